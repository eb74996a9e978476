# What libtorch's memory and threads want to find in the environment before the JVM starts. Sourced by
# ./figment and figment-bench/run; values that are already set are left alone. See docs/embedding.md.
export GOMP_SPINCOUNT="${GOMP_SPINCOUNT-10000000}"
export MALLOC_MMAP_MAX_="${MALLOC_MMAP_MAX_-0}"
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX-1}"
export MALLOC_TRIM_THRESHOLD_="${MALLOC_TRIM_THRESHOLD_-34359738368}"
