"""The roof: starts things and wires them."""
