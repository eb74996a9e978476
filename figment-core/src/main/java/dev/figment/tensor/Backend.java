package dev.figment.tensor;

import dev.figment.UsageException;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * The engine as a whole: loading it, its threads, and a report of what it runs on. What can only be
 * set before the process starts (how long OpenMP's threads spin, the allocator) is the launcher's,
 * or in somebody else's JVM theirs: see docs/embedding.md.
 */
public final class Backend {
  /**
   * What the libraries want to find in the environment on Linux, by name: OpenMP's threads spin
   * before they sleep, and glibc keeps what was freed. The launcher sets it.
   */
  public static final Map<String, String> ENVIRONMENT = environment();

  private static final FutureTask<String> LIBRARIES =
      new FutureTask<>(() -> Loader.load(torch.class));
  private static final int MKL = 3; // as the bindings number the vendors
  private static boolean loaded;
  private static int wantedThreads;

  /*
   * JavaCPP's own limit counts the whole process and gives false alarms; the system's decides. It
   * reads these once, with its first pointer.
   */
  static {
    System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxBytes", "0");
  }

  private Backend() {}

  private static Map<String, String> environment() {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("GOMP_SPINCOUNT", "10000000");
    wanted.put("MALLOC_MMAP_MAX_", "0");
    wanted.put("MALLOC_ARENA_MAX", "1");
    wanted.put("MALLOC_TRIM_THRESHOLD_", "34359738368");
    return Collections.unmodifiableMap(wanted);
  }

  /**
   * Begins to load the native libraries on a thread of its own, while the caller reads recipes and
   * data: it takes half a second. {@link #load} waits for it; before that, no other class of this
   * package may be used.
   */
  public static void preload() {
    Thread thread = new Thread(LIBRARIES, "libraries");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Loads the native libraries and sets the number of threads, once: as {@link #threads(int)} said
   * before, or {@code OMP_NUM_THREADS}, or one for each physical core. The first tensor does it
   * too.
   */
  public static synchronized void load() {
    if (!loaded) {
      loadLibraries();
      loaded = true;
      setThreads(wantedThreads == 0 ? Cores.threads() : wantedThreads);
    }
  }

  private static void loadLibraries() {
    LIBRARIES.run(); // nothing, where it runs or ran
    try {
      LIBRARIES.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("loading the native libraries", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the native libraries load", e);
    }
  }

  /**
   * How many threads one operation of the engine uses; loads nothing. OpenBLAS under it uses one:
   * its idle threads spin and would take the cores from the engine's. MKL can share those.
   *
   * @param count at least 1, and at most as many as there are processors; more than there are
   *     physical cores is slower
   */
  public static synchronized void threads(int count) {
    UsageException.require(count >= 1, "threads: expected at least 1, got %d", count);
    int processors = Runtime.getRuntime().availableProcessors();
    UsageException.require(
        count <= processors,
        "threads: expected at most %d, the processors that there are, got %d. More would wait for"
            + " one another.",
        processors,
        count);
    wantedThreads = count;
    if (loaded) {
      setThreads(count);
    }
  }

  /**
   * Sets one thread for small work, which gains nothing from more, and the usual number for other
   * work; neither where somebody said how many, by {@link #threads(int)} or by {@code
   * OMP_NUM_THREADS}.
   */
  public static synchronized void threadsFor(boolean small) {
    load();
    if (wantedThreads == 0 && System.getenv("OMP_NUM_THREADS") == null) {
      setThreads(small ? 1 : Cores.threads());
    }
  }

  private static void setThreads(int count) {
    torch.set_num_threads(count);
    Loader.load(openblas_nolapack.class);
    openblas_nolapack.blas_set_num_threads(hasMkl() ? count : 1);
  }

  /** Whether products of matrices are MKL's: with {@code -Dorg.bytedeco.openblas.load=mkl}. */
  private static boolean hasMkl() {
    return openblas_nolapack.blas_get_vendor() == MKL;
  }

  public static int threads() {
    load();
    return torch.get_num_threads();
  }

  /** Turns every switch that trades repeatability for speed to repeatability. */
  public static void deterministic() {
    load();
    var context = torch.globalContext();
    context.setDeterministicCuDNN(true);
    context.setDeterministicMkldnn(true);
    context.setDeterministicAlgorithms(true, true);
  }

  /** Native objects alive now: flat over a training, or something leaks. */
  public static long livePointers() {
    return Pointer.totalCount();
  }

  /** Memory of the whole process now, in bytes. */
  public static long residentBytes() {
    return Pointer.physicalBytes();
  }

  /** What the engine is and how it is set, for people and bug reports. */
  public static Map<String, String> report() {
    load();
    Map<String, String> report = new LinkedHashMap<>();
    report.put("engine", "libtorch " + engineVersion());
    report.put("instructions", instructions());
    report.put("convolutions", torch.hasMKLDNN() ? "oneDNN" : "plain");
    report.put("matrices", hasMkl() ? "MKL" : "OpenBLAS");
    report.put("threads", String.valueOf(torch.get_num_threads()));
    report.put("cuda", torch.cuda_is_available() ? "yes" : "no");
    for (String name : ENVIRONMENT.keySet()) {
      report.put(name, System.getenv().getOrDefault(name, "not set"));
    }
    return report;
  }

  private static String instructions() {
    try (BytePointer name = torch.get_cpu_capability()) {
      return name.getString();
    }
  }

  private static String engineVersion() {
    try {
      return Loader.getVersion("org.bytedeco", "pytorch");
    } catch (IOException e) {
      return "of unknown version (" + e.getMessage() + ")";
    }
  }
}
