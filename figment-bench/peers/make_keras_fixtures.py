"""Writes every fixture: python make_keras_fixtures.py OUTDIR"""

import sys
from pathlib import Path

import keras_layers
import keras_losses
import keras_optimizers


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python make_keras_fixtures.py OUTDIR")
    folder = Path(sys.argv[1])
    keras_layers.write_all(folder / "layers")
    keras_optimizers.write_all(folder / "optimizers")
    keras_losses.write_all(folder / "losses")
    files = sorted(folder.rglob("*.safetensors"))
    print(f"{len(files)} files, {sum(file.stat().st_size for file in files):,} bytes")


if __name__ == "__main__":
    main()
