"""The typed, frozen form of a decision and of the registers: the one place where a field exists.

The validator, the JSON Schema, the labels and the field reference all come from these types.
"""
