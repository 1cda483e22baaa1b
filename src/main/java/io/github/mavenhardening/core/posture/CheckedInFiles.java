package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.TrackedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tracked files that are opened to see whether they are compiled. Opening one takes some ten microseconds, so that
 * a hundred thousand take a second: files whose names say text or picture are opened up to a limit, all others always.
 *
 * @param opened the files to open, sorted
 * @param left how many are not
 */
public record CheckedInFiles(List<TrackedFile> opened, int left) {

    /** Extensions of what is not compiled, if the name tells the truth. Scripts count by their mode. */
    private static final Set<String> HARMLESS = Set.of(
            "java",
            "kt",
            "kts",
            "groovy",
            "scala",
            "clj",
            "xml",
            "xsd",
            "xsl",
            "xslt",
            "dtd",
            "properties",
            "md",
            "adoc",
            "txt",
            "rst",
            "html",
            "htm",
            "xhtml",
            "css",
            "scss",
            "sass",
            "less",
            "js",
            "mjs",
            "cjs",
            "jsx",
            "ts",
            "tsx",
            "vue",
            "json",
            "json5",
            "yml",
            "yaml",
            "toml",
            "ini",
            "cfg",
            "conf",
            "csv",
            "tsv",
            "sql",
            "gradle",
            "go",
            "rs",
            "py",
            "pyi",
            "rb",
            "php",
            "pl",
            "c",
            "h",
            "cc",
            "cpp",
            "cxx",
            "hpp",
            "hh",
            "cs",
            "fs",
            "swift",
            "m",
            "mm",
            "proto",
            "thrift",
            "graphql",
            "g4",
            "y",
            "l",
            "s",
            "asm",
            "tex",
            "bib",
            "svg",
            "png",
            "jpg",
            "jpeg",
            "gif",
            "webp",
            "ico",
            "bmp",
            "ttf",
            "otf",
            "woff",
            "woff2",
            "eot",
            "pdf",
            "lock",
            "sum",
            "mod",
            "gitignore",
            "gitattributes",
            "editorconfig",
            "snap",
            "golden",
            "expected",
            "stderr",
            "stdout",
            "out",
            "diff",
            "patch",
            "mvn",
            "jsp",
            "ftl",
            "vm",
            "mustache",
            "hbs",
            "tmpl",
            "j2",
            "tf",
            "bzl",
            "bazel",
            "cmake",
            "feature",
            "http");

    public CheckedInFiles {
        opened = List.copyOf(opened);
    }

    /**
     * A choice among the tracked files, the same each time.
     *
     * @param tracked sorted
     * @param limit the most files with harmless names that are opened
     */
    public static CheckedInFiles of(List<TrackedFile> tracked, int limit) {
        List<TrackedFile> opened = new ArrayList<>();
        int harmless = 0;
        for (TrackedFile file : tracked) {
            if (!isHarmless(file) || harmless++ < limit) {
                opened.add(file);
            }
        }
        return new CheckedInFiles(opened, tracked.size() - opened.size());
    }

    private static boolean isHarmless(TrackedFile file) {
        int dot = file.path().lastIndexOf('.');
        return dot > file.path().lastIndexOf('/')
                && !file.executable()
                && HARMLESS.contains(file.path().substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
