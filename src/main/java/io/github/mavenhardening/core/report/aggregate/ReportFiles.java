package io.github.mavenhardening.core.report.aggregate;

import io.github.mavenhardening.core.text.ByteOrderMark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON reports in a folder, wherever they came from: bounded in number, depth and size, and no link is followed. */
public final class ReportFiles {

    /** The most files that are read; more are an error, as leaving some out would look like a whole. */
    public static final int MOST = 20_000;

    /** The most bytes of one report; the one of 30,000 findings has a third of it. */
    static final int LIMIT = 64 << 20;

    private static final int DEPTH = 32;
    private static final String EXTENSION = ".json";
    /** What an earlier run may have left in the same folder. */
    public static final String OWN = "hardening-aggregate.json";

    private ReportFiles() {}

    /**
     * All of them as one. A file that ends in {@code .json} and is not a report of this plugin is named with the reason.
     *
     * @throws IOException when the folder cannot be read, or holds too many files
     */
    public static Aggregate in(Path folder) throws IOException {
        SortedMap<String, String> unread = new TreeMap<>();
        List<Run> runs = new ArrayList<>();
        for (Path file : files(folder, unread)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            try {
                runs.add(RunReader.read(text(file), name, nameOf(name)));
            } catch (IOException e) {
                unread.put(name, String.valueOf(e.getMessage()));
            }
        }
        return Aggregate.of(runs, unread);
    }

    /** The folder that a report lies in stands for its repository, or its name where it lies in none. */
    private static String nameOf(String file) {
        int slash = file.lastIndexOf('/');
        return slash > 0 ? file.substring(0, slash) : file.substring(0, file.length() - EXTENSION.length());
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new IOException("larger than " + LIMIT + " bytes");
            }
            return ByteOrderMark.without(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static List<Path> files(Path folder, SortedMap<String, String> unread) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isDirectory()) {
                    unread.put(folder.relativize(file).toString(), "deeper than " + DEPTH + " folders");
                } else if (attributes.isRegularFile() && file.toString().endsWith(EXTENSION) && !file.endsWith(OWN)) {
                    files.add(file);
                    if (files.size() > MOST) {
                        throw new IOException("more than " + MOST + " files that end in " + EXTENSION);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                unread.put(folder.relativize(file).toString(), "cannot be read");
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return files;
    }
}
