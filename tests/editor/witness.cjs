// Loaded before the language server: says on stderr whatever it asks the network for, and lets nothing through.

const net = require('node:net');
const dns = require('node:dns');

net.Socket.prototype.connect = function connect(...asked) {
  process.stderr.write(`network: ${JSON.stringify(asked)}\n`);
  this.destroy(new Error('the network is out of reach'));
  return this;
};
dns.lookup = (name, ...rest) => {
  process.stderr.write(`network: ${name}\n`);
  rest.at(-1)(new Error('the network is out of reach'));
};
