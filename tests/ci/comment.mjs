// Runs the script of comment.yml against a GitHub that is made of lists, and prints what it asked that GitHub to do.
import fs from 'node:fs'
import { createRequire } from 'node:module'

const { script, run, pulls, comments } = JSON.parse(fs.readFileSync(0, 'utf8'))
const asked = []
const record = (name) => async (given) => asked.push([name, given])
const github = {
  paginate: async (list, given) => list(given),
  rest: {
    pulls: { list: async (given) => (asked.push(['list', given]), pulls) },
    issues: {
      listComments: async () => comments,
      updateComment: record('update'),
      createComment: record('create'),
    },
  },
}
const context = {
  repo: { owner: 'region', repo: 'beslut' },
  payload: { workflow_run: run, repository: { html_url: 'https://kod.example/region/beslut' } },
}
const core = { info: (text) => asked.push(['info', text]), setFailed: (text) => asked.push(['failed', text]) }
const Asynchronous = (async () => {}).constructor
await new Asynchronous('require', 'github', 'context', 'core', script)(
  createRequire(import.meta.url),
  github,
  context,
  core,
)
console.log(JSON.stringify(asked))
