"""Writes precedence.tsv: expressions drawn at random, with the values that CPython gives them.

    python3 precedence.py > precedence.tsv
"""

import ast
import math
import random

NAMES = {"a": 1.7, "b": -2.3, "c": 0.6}
FUNCTIONS = {
    "tanh": math.tanh,
    "exp": math.exp,
    "log": math.log,
    "sin": math.sin,
    "cos": math.cos,
    "sqrt": math.sqrt,
    "abs": abs,
    "max": max,
    "min": min,
    "relu": lambda x: max(x, 0.0),
    "leaky_relu": lambda x: x if x > 0 else 0.01 * x,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "softplus": lambda x: math.log1p(math.exp(x)),
}
NUMBERS = ["0", "1", "2", "3", "0.5", ".25", "10.", "1e-3", "2.5E1", "7e+0"]
draw = random.Random(1337)


def source(depth):
    """Operands and operations in a row, with few parentheses, so that precedence decides."""
    parts = [operand(depth)]
    for _ in range(draw.randint(0, 4)):
        space = draw.choice(["", " "])
        parts += [space, draw.choice(["+", "-", "*", "/", "**", "**"]), space, operand(depth)]
    return "".join(parts)


def operand(depth):
    signs = draw.choice(["", "", "", "-", "-", "+", "--", "- -"])
    kind = draw.random()
    if depth > 0 and kind < 0.2:
        return f"{signs}({source(depth - 1)})"
    if depth > 0 and kind < 0.35:
        name = draw.choice(sorted(FUNCTIONS))
        count = 2 if name in ("max", "min") else 1
        return f"{signs}{name}({', '.join(source(depth - 1) for _ in range(count))})"
    return signs + draw.choice(sorted(NAMES) if kind < 0.7 else NUMBERS)


class Floats(ast.NodeTransformer):
    """Every number is a double, as in Glassgrad; Python's whole numbers never overflow."""

    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(float(node.value)), node)


def value(text):
    tree = ast.fix_missing_locations(Floats().visit(ast.parse(text, mode="eval")))
    return eval(compile(tree, text, "eval"), {**FUNCTIONS, **NAMES})


rows = {}
while len(rows) < 240:
    text = source(2)
    try:
        result = value(text)
    except (ArithmeticError, ValueError, TypeError):
        continue
    if isinstance(result, float) and 1e-6 < abs(result) < 1e9 and len(text) > 4:
        rows[text] = result
for text, result in rows.items():
    print(f"{text}\t{result!r}")
