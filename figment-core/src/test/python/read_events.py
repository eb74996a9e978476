"""Reads a run's event files with TensorBoard itself, and serves them once on loopback.

    python -m pip install tensorboard    # tried with 2.21.0, its data server 0.7.2, protobuf 7.36.2
    python read_events.py runs/00001-mnist-dcgan

Compares what TensorBoard reads with stats.jsonl, metrics.jsonl and the pictures of the run, and
fails where they differ. Not run by the tests: it needs Python.
"""

import json
import pathlib
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request

from tensorboard import version
from tensorboard.backend.event_processing import event_accumulator
from tensorboard.util import tensor_util


def lines(file):
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def close(one, other):
    return one == other or abs(one - other) <= 1e-6 * max(abs(one), abs(other))


def check_accumulator(run):
    events = event_accumulator.EventAccumulator(
        str(run), size_guidance={name: 0 for name in ("tensors", "images", "histograms")}
    )
    events.Reload()
    tags = events.Tags()
    stats = lines(run / "stats.jsonl")
    names = [n for n in tags["tensors"] if n in stats[-1]]
    for name in names:
        numbers = {  # of a step made again, the last: the server purges what this reader keeps
            e.step: float(tensor_util.make_ndarray(e.tensor_proto)) for e in events.Tensors(name)
        }
        read = list(numbers.items())
        written = [(line["step"], line[name]) for line in stats if name in line]
        assert [s for s, _ in read] == [s for s, _ in written], (name, read, written)
        assert all(close(a, b) for (_, a), (_, b) in zip(read, written)), name
    print(f"scalars     {len(names)} as in stats.jsonl, {len(stats)} ticks, others:",
          [n for n in tags["tensors"] if n not in names])
    for tag in tags["images"]:
        for image in events.Images(tag):
            name = f"{tag}.png" if tag == "reals" else f"{tag}-{image.step:06d}.png"
            assert (run / name).read_bytes() == image.encoded_image_string, name
        print(f"images      {tag}: {len(events.Images(tag))}, {image.width}x{image.height}, the very bytes")
    for tag in tags["histograms"]:
        for each in events.Histograms(tag):
            value = each.histogram_value
            assert sum(value.bucket) == value.num and value.bucket_limit[-1] == value.max, tag
    print(f"histograms  {len(tags['histograms'])}")
    text = tensor_util.make_ndarray(events.Tensors("recipe")[-1].tensor_proto).item().decode()
    assert (run / "recipe.yaml").read_text().strip() in text
    print(f"text        recipe, {len(text)} characters", flush=True)


def get(port, path, **query):
    question = f"?{urllib.parse.urlencode(query)}" if query else ""
    url = f"http://127.0.0.1:{port}/data/{path}{question}"
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read()


def free_port():
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        return each.getsockname()[1]


def wait_for_scalars(port):
    for _ in range(60):
        try:
            tags = json.loads(get(port, "plugin/scalars/tags"))
            if tags:
                return tags
        except OSError:
            pass
        time.sleep(0.5)
    raise AssertionError("TensorBoard shows nothing")


def check_server(run):
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "tensorboard.main", "--logdir", str(run.parent), "--host", "127.0.0.1",
         "--port", str(port), "--samples_per_plugin", "scalars=10000,images=100,histograms=100"],
        stderr=subprocess.DEVNULL,
    )
    try:
        tags = wait_for_scalars(port)
        name = run.name
        loss = next(tag for tag in tags[name] if tag.startswith("loss/"))
        curve = json.loads(get(port, "plugin/scalars/scalars", run=name, tag=loss))
        steps = [line["step"] for line in lines(run / "stats.jsonl")]
        assert [step for _, step, _ in curve] == steps, (curve, steps)
        print(f"served      {len(tags[name])} scalars, {loss} at {len(curve)} steps")
        images = json.loads(get(port, "plugin/images/tags"))[name]
        for tag in images:
            for each in json.loads(get(port, "plugin/images/images", run=name, tag=tag, sample=0)):
                assert get(port, "plugin/images/individualImage?" + each["query"])[:4] == b"\x89PNG"
        print(f"served      images {sorted(images)}")
        histograms = json.loads(get(port, "plugin/histograms/tags")).get(name, {})
        for tag in histograms:
            assert json.loads(get(port, "plugin/histograms/histograms", run=name, tag=tag))
        print(f"served      {len(histograms)} histograms")
        text = json.loads(get(port, "plugin/text/text", run=name, tag="recipe"))
        assert "<code" in text[-1]["text"] and "recipe:" in text[-1]["text"], text
        print("served      the recipe, as code")
    finally:
        server.terminate()
        server.wait(10)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1]).resolve()
    print("TensorBoard", version.VERSION)
    check_accumulator(folder)
    check_server(folder)
