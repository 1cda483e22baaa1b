/** Something to compile. */
public final class App {}
