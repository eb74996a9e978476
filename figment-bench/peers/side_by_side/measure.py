"""One peer at one work, in a process of its own: prints a line of numbers that SideBySide reads.

milliseconds of a step (median), real images in a step, resident memory at its peak in MB, and the seconds
from the start of this process to the end of the first step.
"""

import argparse
import os
import statistics
import sys
import time



def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("peer", choices=["torch", "keras", "jax"])
    parser.add_argument("variant")
    parser.add_argument("recipe", help="a recipe with every default written out")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=2, help="that are measured at least, after as many to warm up")
    parser.add_argument("--reals", type=int, required=True, help="real examples in a batch")
    parser.add_argument("--shape", type=int, nargs="+", required=True)
    parser.add_argument("--classes", type=int, default=0)
    parser.add_argument("--parameters", nargs="+", metavar="NETWORK=COUNT", default=[])
    return parser.parse_args()


def set_threads(count):
    """Before any library is loaded, since most look once."""
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


def main():
    asked = arguments()
    set_threads(asked.threads)
    from recipe import Lacking, Work

    counts = {name: int(count) for name, count in (each.split("=") for each in asked.parameters)}
    work = Work.read(asked.recipe, asked.reals, asked.shape, asked.classes, counts)
    try:
        steps = __import__(f"{asked.peer}_steps")
        step = steps.training(work, asked.variant, asked.threads)
        step()
    except Lacking as reason:
        sys.exit(f"{asked.peer}: {reason}")
    first = seconds_alive()
    timed(step, asked.seconds, 2)
    took = timed(step, asked.seconds, asked.steps)
    images = work.reals * work.model.get("discriminatorSteps", 1)
    print(statistics.median(took), images, peak_megabytes(), first)


if __name__ == "__main__":
    main()
