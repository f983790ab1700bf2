"""The data sets that are drawn, by their formulas, with CPython's random and math alone: rows for DrawnTest."""

import math
import random


def one_hot(k, n):
    return [1.0 if i == k else 0.0 for i in range(n)]


def u(a, b):
    return random.uniform(a, b)


def moons(i):
    t = u(0, math.pi)
    s = 1 if i % 2 == 0 else -1
    return [s * (4 * math.cos(t) - 2), s * (4 * math.sin(t) - 1)], [-s]


def circle(i):
    r = u(0, 2.5) if i % 2 == 0 else u(3.5, 5)
    t = u(0, 2 * math.pi)
    return [r * math.cos(t), r * math.sin(t)], [1 if i % 2 == 0 else -1]


def xor(i):
    x = [v + math.copysign(0.3, v) for v in (u(-5, 5), u(-5, 5))]
    return x, [1 if x[0] * x[1] > 0 else -1]


def gauss(i):
    c = 2 if i % 2 == 0 else -2
    return [random.gauss(c, 1), random.gauss(c, 1)], [1 if i % 2 == 0 else -1]


def spiral(i, n):
    s = u(0, 1)
    t = 3.5 * math.pi * s + 2 * math.pi / n * (i % n)
    return [5 * s * math.sin(t), 5 * s * math.cos(t)], ([1 - 2 * (i % 2)] if n == 2 else one_hot(i % n, n))


def linear(i):
    x = [u(-5, 5), u(-5, 5)]
    return x, [1 if sum(x) > 0 else -1]


def blobs(i, n):
    t = 2 * math.pi * (i % n) / n
    return [random.gauss(4 * math.sin(t), 0.8), random.gauss(4 * math.cos(t), 0.8)], one_hot(i % n, n)


def plane(i):
    x = [u(-6, 6), u(-6, 6)]
    return x, [sum(x) / 12]


HILLS = {(-4, 2.5): 1, (0, -2.5): 1, (4, 2.5): 1, (-4, -2.5): -1, (0, 2.5): -1, (4, -2.5): -1}


def multi_gauss(i):
    x = [u(-6, 6), u(-6, 6)]
    nearest = min(HILLS, key=lambda hill: math.dist(x, hill))
    return x, [HILLS[nearest] * max(0, 1 - math.dist(x, nearest) / 2)]


def curve(f):
    def draw(i):
        x = u(-6, 6)
        return [x], [f(x)]

    return draw


SETS = {
    "moons": moons, "circle": circle, "xor": xor, "gauss": gauss,
    "spiral2": lambda i: spiral(i, 2), "spiral3": lambda i: spiral(i, 3), "linear": linear,
    "blobs3": lambda i: blobs(i, 3), "blobs4": lambda i: blobs(i, 4), "blobs5": lambda i: blobs(i, 5),
    "plane": plane, "multi-gauss": multi_gauss, "sine": curve(math.sin),
    "step": curve(lambda x: 1 if x > 0 else -1), "noisy-line": curve(lambda x: x / 6),
}  # fmt: skip
NUMBERS = ("plane", "multi-gauss", "sine", "step", "noisy-line")

for name, draw in SETS.items():
    for noise in (0, 0.25):
        random.seed(7)
        rows = []
        for i in range(4):
            x, y = draw(i)
            if noise and name in NUMBERS:
                y = [v + random.gauss(0, noise) for v in y]
            elif noise:
                x = [v + random.gauss(0, 4 * noise) for v in x]
            rows.append(" ".join(repr(float(v)) for v in x + y))
        print(f'        "{name} | {noise} | {rows[2]} | {rows[3]}"')
