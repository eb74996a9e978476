"""One peer at one work, in a process of its own: prints a line of numbers that SideBySide reads.

milliseconds of a step (median), real images in a step, resident memory at its peak in MB, and the seconds
from the start of this process to the end of the first step.
"""

import argparse
import math
import os
import statistics
import sys
import time
from pathlib import Path

import numpy as np
from recipe import Lacking, Work

BATCH = 250  # images that are sampled at once


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("peer", choices=["torch", "keras", "jax"])
    parser.add_argument("variant")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, default=8, help="that count, at least")
    parser.add_argument("--seconds", type=float, default=2, help="that count, at least, after as many to warm up")
    parser.add_argument("--losses", type=int, default=0, help="the losses of so many steps are printed first")
    works = parser.add_subparsers(dest="work", required=True)
    for name in ("train", "sample"):
        each = works.add_parser(name)
        each.add_argument("recipe", help="a recipe with every default written out")
        each.add_argument("--reals", type=int, required=True, help="real examples in a batch")
        each.add_argument("--shape", type=int, nargs="+", required=True)
        each.add_argument("--classes", type=int, default=0)
        each.add_argument("--parameters", nargs="+", metavar="NETWORK=COUNT", default=[])
        each.add_argument("--count", type=int, default=10000, help="images to sample")
    load = works.add_parser("load")
    load.add_argument("set", choices=["fashion-mnist", "cifar-10", "flowers"])
    load.add_argument("--data", required=True, help="the folder with one folder for each set")
    return parser.parse_args()


def set_threads(count):
    """Before the peer is loaded, since most look once."""
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"):
        os.environ[name] = str(count)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
    os.environ["KERAS_BACKEND"] = "tensorflow"
    os.environ["JAX_PLATFORMS"] = "cpu"
    if hasattr(os, "sched_setaffinity"):  # XLA has as many threads as it sees cores
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])


def timed(step, seconds, steps):
    """Milliseconds of each step, for at least so long and so often."""
    took, end = [], time.perf_counter() + seconds
    while len(took) < steps or time.perf_counter() < end:
        start = time.perf_counter()
        step()
        took.append(1000 * (time.perf_counter() - start))
    return took


def peak_megabytes():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def seconds_alive():
    """Since this process was started, before Python was."""
    with open("/proc/self/stat", encoding="ascii") as stat, open("/proc/uptime", encoding="ascii") as uptime:
        ticks = int(stat.read().rsplit(")", 1)[1].split()[19])
        return float(uptime.read().split()[0]) - ticks / os.sysconf("SC_CLK_TCK")


def trained(asked, work):
    step = library(asked).training(work, asked.variant, asked.threads)
    step()
    first = seconds_alive()
    for _ in range(asked.losses):
        print(*map(float, step()))
    timed(step, asked.seconds, 2)
    took = timed(step, asked.seconds, asked.steps)
    losses = tuple(map(float, step()))
    if not all(map(math.isfinite, losses)):  # no measure of what a training takes
        raise ValueError(f"expected finite losses after the last step, got {losses}")
    return statistics.median(took), work.reals * work.model.get("discriminatorSteps", 1), first


def sampled(asked, work):
    """All images once, after a batch to warm up."""
    sample = library(asked).sampling(work, asked.variant, asked.threads)
    sample(BATCH)
    first = seconds_alive()
    start = time.perf_counter()
    pixels = np.empty((asked.count, *work.shape), np.uint8)
    for begin in range(0, asked.count, BATCH):
        pixels[begin : begin + BATCH] = sample(min(BATCH, asked.count - begin))
    return 1000 * (time.perf_counter() - start), asked.count, first


def loaded(asked):
    load = __import__("loading").loader(asked.peer, asked.set, asked.threads)
    start = time.perf_counter()
    images = load(Path(asked.data))
    return 1000 * (time.perf_counter() - start), len(images), seconds_alive()


def library(asked):
    return __import__(f"{asked.peer}_steps")


def read(asked):
    counts = {name: int(count) for name, count in (each.split("=") for each in asked.parameters)}
    return Work.read(asked.recipe, asked.reals, asked.shape, asked.classes, counts)


def main():
    asked = arguments()
    set_threads(asked.threads)
    try:
        if asked.work == "load":
            milliseconds, images, first = loaded(asked)
        else:
            milliseconds, images, first = {"train": trained, "sample": sampled}[asked.work](asked, read(asked))
    except Lacking as reason:
        sys.exit(f"{asked.peer}: {reason}")
    print(milliseconds, images, peak_megabytes(), first)


if __name__ == "__main__":
    main()
