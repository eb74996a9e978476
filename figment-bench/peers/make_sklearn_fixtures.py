"""Writes what scikit-learn makes of small sets of points: python make_sklearn_fixtures.py OUTDIR"""

import json
import sys
import zlib
from pathlib import Path

import numpy as np
from safetensors.numpy import save
from scipy.spatial.distance import cdist, squareform
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.manifold._t_sne import _joint_probabilities, _kl_divergence
from sklearn.mixture import GaussianMixture


def random_stream(name):
    """A generator that depends on the case's name alone."""
    return np.random.default_rng(zlib.crc32(name.encode()))


def write(folder, name, case, tensors):
    folder.mkdir(parents=True, exist_ok=True)
    packed = {key: np.array(value, dtype=np.float32, order="C") for key, value in tensors.items()}
    (folder / f"{name}.safetensors").write_bytes(save(packed, metadata={"case": json.dumps(case)}))


def clusters(random, count, size, apart):
    """Three round clusters of different widths, mixed; as float32, which is what Java gets."""
    centers = apart * random.standard_normal((3, size))
    widths = np.array([0.5, 1.0, 1.5])
    owners = random.integers(0, 3, count)
    points = centers[owners] + widths[owners, None] * random.standard_normal((count, size))
    return points.astype(np.float32).astype(np.float64)


def components(folder):
    random = random_stream("pca")
    points = (random.standard_normal((50, 6)) @ random.standard_normal((6, 6)) + 3).astype(np.float32)
    pca = PCA(3, svd_solver="full").fit(points.astype(np.float64))
    write(
        folder,
        "pca",
        {"components": 3},
        {
            "points": points,
            "mean": pca.mean_,
            "components": pca.components_,
            "variances": pca.explained_variance_,
            "shares": pca.explained_variance_ratio_,
        },
    )


def mixture(folder):
    random = random_stream("mixture")
    points = clusters(random, 400, 3, 6.0)
    fitted = GaussianMixture(3, tol=1e-9, max_iter=1000, random_state=1).fit(points)
    write(
        folder,
        "mixture",
        {"components": 3, "meanLogLikelihood": fitted.score(points)},
        {
            "points": points,
            "weights": fitted.weights_,
            "means": fitted.means_,
            "covariances": fitted.covariances_,
            "log_likelihoods": fitted.score_samples(points),
        },
    )


def run(points, perplexity, random):
    """From the principal components and a little noise: where a run ends depends on it by some percent."""
    start = PCA(2).fit_transform(points)
    start *= 1e-4 / start[:, 0].std()
    start += 1e-6 * random.standard_normal(start.shape)
    return TSNE(perplexity=perplexity, init=start.astype(np.float32), method="exact", max_iter=1000).fit(points)


def tsne(folder):
    random = random_stream("tsne")
    points = clusters(random, 150, 8, 2.0)
    perplexity = 20
    affinities = _joint_probabilities(cdist(points, points, "sqeuclidean"), perplexity, 0)
    layout = (3 * random.standard_normal((150, 2))).astype(np.float32)
    divergence, gradient = _kl_divergence(layout.astype(np.float64).ravel(), affinities, 1, 150, 2)
    reached = [float(run(points, perplexity, random).kl_divergence_) for _ in range(20)]
    write(
        folder,
        "tsne",
        {"perplexity": perplexity, "divergence": divergence, "reached": {"best": min(reached), "worst": max(reached)}},
        {
            "points": points,
            "affinities": squareform(affinities),
            "layout": layout,
            "gradient": gradient.reshape(150, 2),
        },
    )


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python make_sklearn_fixtures.py OUTDIR")
    folder = Path(sys.argv[1])
    components(folder)
    mixture(folder)
    tsne(folder)
    for file in sorted(folder.glob("*.safetensors")):
        print(f"{file.name} {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
