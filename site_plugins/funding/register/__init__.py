"""All decisions together with their registers: who, how much, from which money, in which year."""

from funding.register.record import Record, Tombstone
from funding.register.register import Register
from funding.register.sums import Total, total

__all__ = ["Record", "Register", "Tombstone", "Total", "total"]
