package io.github.mavenhardening.maven.goal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.maven.execution.MavenSession;

/** The build's standard output, for lines that a CI service reads and that must begin a line. */
final class StandardOutput {

    private StandardOutput() {}

    /**
     * Writes a line. Maven 4 takes what goes to {@code System.out} for lines of its log and puts a label before it: there it
     * goes past Maven.
     */
    static void line(MavenSession session, String line) {
        String version = session.getSystemProperties().getProperty("maven.version", "");
        if (version.startsWith("3.")) {
            System.out.println(line);
            return;
        }
        System.out.flush();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.print(line + System.lineSeparator());
        out.flush();
    }
}
