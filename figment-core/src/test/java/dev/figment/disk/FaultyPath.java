package dev.figment.disk;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** A path of a {@link FaultyDisk}: it stands for a real one, and so do those that come of it. */
record FaultyPath(Path path, FaultyDisk disk) implements InvocationHandler {
  static Path of(Path real, FaultyDisk disk) {
    return (Path)
        Proxy.newProxyInstance(
            FaultyPath.class.getClassLoader(),
            new Class<?>[] {Path.class},
            new FaultyPath(real, disk));
  }

  /** The real path; of one that is real, itself. */
  static Path real(Path path) {
    return Proxy.isProxyClass(path.getClass())
        ? ((FaultyPath) Proxy.getInvocationHandler(path)).path
        : path;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("getFileSystem")) {
      return disk;
    }
    try {
      return wrapped(method.invoke(path, unwrapped(arguments)));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Object[] unwrapped(Object[] arguments) {
    return arguments == null
        ? null
        : Arrays.stream(arguments).map(each -> each instanceof Path p ? real(p) : each).toArray();
  }

  private Object wrapped(Object result) {
    if (result instanceof Path other) {
      return of(other, disk);
    }
    if (result instanceof Iterator<?> names) {
      List<Path> wrapped = new ArrayList<>();
      names.forEachRemaining(each -> wrapped.add(of((Path) each, disk)));
      return wrapped.iterator();
    }
    return result;
  }
}
