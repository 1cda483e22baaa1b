package io.github.mavenhardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every link of the documents leads somewhere, on GitHub and in the site that Maven renders.
 *
 * <p>The site plugin turns a relative link to {@code page.md} into one to {@code page.html} and leaves the anchor alone, but it
 * names the anchors of headings in another way than GitHub does ("The_first_lock" for "the-first-lock"). A heading that another
 * page links to therefore has a line {@code <a id="the-first-lock"></a>} above it. Nothing outside of the pages' folder is part of
 * the site, nor has it a page for a folder.
 */
class LinksTest {

    private static final Path PAGES = Path.of("src", "site", "markdown");
    private static final String OURS = "https://github.com/maven-hardening/hardening-maven-plugin/blob/main/";

    private static final Pattern CODE =
            Pattern.compile("(?ms)^ *(`{3,})[^`\\n]*\\n.*?^ *\\1`*\\s*$|(`+)(?!`).+?(?<!`)\\2(?!`)");
    private static final Pattern LINK =
            Pattern.compile("\\]\\(<?([^)\\s>]*)>?(?:\\s+\"[^\"]*\")?\\)|(?m:^\\[[^\\]]+\\]:\\s*(\\S+))");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");

    @TempDir
    Path root;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(root.resolve(PAGES).resolve("checks"));
        Files.writeString(root.resolve("README.md"), "# Read me\n## Add `a check`, or two\n");
        Files.writeString(
                root.resolve(PAGES).resolve("lock.md"),
                "# Lock\n<a id=\"signed-files\"></a>\n\n## Signed files\n## Other files\n```shell\n# Not a heading\n```\n");
        Files.writeString(root.resolve(PAGES).resolve("checks/dco.md"), "# Sign-offs\n");
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Path here = Path.of("");
        List<Path> documents = documents(here);
        List<String> broken = new ArrayList<>();
        for (Path document : documents) {
            broken.addAll(broken(here, document));
        }

        assertThat(broken).isEmpty();
        assertThat(documents).hasSizeGreaterThan(100);
    }

    @Test
    void everyPageIsLinkedFromTheReadmeAndFromTheFirstPage() throws IOException {
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("index.md"))
                    .forEach(pages::add);
        }

        assertThat(links(Files.readString(Path.of("README.md"))))
                .containsAll(
                        pages.stream().map(page -> "src/site/markdown/" + page).toList());
        assertThat(links(Files.readString(PAGES.resolve("index.md")))).containsAll(pages);
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, src/site/markdown/lock.md#other-files",
        "README.md, src/site/markdown",
        "README.md, #add-a-check-or-two",
        "README.md, https://example.org/nothing",
        "README.md, mailto:security@example.org",
        "src/site/markdown/checks/dco.md, ../lock.md#signed-files",
        "src/site/markdown/checks/dco.md, dco.md",
        "src/site/markdown/lock.md, checks/dco.md",
        "src/site/markdown/lock.md, https://github.com/maven-hardening/hardening-maven-plugin/blob/main/README.md",
    })
    void leadsSomewhere(String document, String link) throws IOException {
        assertThat(withLink(document, link)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, lock.md",
        "README.md, src/site/markdown/lock.html",
        "README.md, src/site/markdown/lock.md#not-a-heading",
        "README.md, src/site/markdown/lock.md#Signed_files",
        "README.md, #add-a-check",
        "README.md, ../README.md",
        "README.md, /README.md",
        "src/site/markdown/checks/dco.md, ../lock.md#other-files",
        "src/site/markdown/checks/dco.md, ../lock.html",
        "src/site/markdown/checks/dco.md, lock.md",
        "src/site/markdown/lock.md, checks",
        "src/site/markdown/lock.md, ../../../README.md",
        "src/site/markdown/lock.md, https://github.com/maven-hardening/hardening-maven-plugin/blob/main/NOTHING.md",
    })
    void leadsNowhere(String document, String link) throws IOException {
        assertThat(withLink(document, link)).hasSize(1);
    }

    @Test
    void codeHasNoLinks() {
        assertThat(links("`[a](b.md)` and [c](d.md)\n```text\n[e](f.md)\n```\n[g]: h.md\n"))
                .containsExactly("d.md", "h.md");
    }

    private List<String> withLink(String document, String link) throws IOException {
        Path file = root.resolve(document);
        Files.writeString(file, Files.readString(file) + "\nSee [this](" + link + ").\n");
        return broken(root, Path.of(document));
    }

    private static List<Path> documents(Path root) throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path folder : List.of(root, PAGES, PAGES.resolve("checks"))) {
            try (Stream<Path> files = Files.list(folder.toString().isEmpty() ? Path.of(".") : folder)) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .map(Path::normalize)
                        .sorted()
                        .forEach(documents::add);
            }
        }
        return documents;
    }

    private static List<String> broken(Path root, Path document) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : links(Files.readString(root.resolve(document)))) {
            String reason = reason(root, document, link);
            if (!reason.isEmpty()) {
                broken.add(document + ": " + link + " " + reason);
            }
        }
        return broken;
    }

    /** Why a link leads nowhere; empty when it leads somewhere, or away from this repository. */
    private static String reason(Path root, Path document, String link) throws IOException {
        boolean published = document.startsWith(PAGES);
        String path = link.replaceFirst("#.*", "");
        Path target;
        if (link.startsWith(OURS)) {
            target = Path.of(path.substring(OURS.length()));
            published = false;
        } else if (link.matches("[a-z]+:.*")) {
            return "";
        } else if (path.startsWith("/")) {
            return "begins at the host's root";
        } else {
            target = path.isEmpty() ? document : document.resolveSibling(path).normalize();
        }
        if (target.startsWith("..") || !Files.exists(root.resolve(target))) {
            return "does not exist";
        }
        if (published && !(target.startsWith(PAGES) && target.toString().endsWith(".md"))) {
            return "is not a page of the site";
        }
        return link.contains("#") ? reasonOfAnchor(root.resolve(target), link.replaceFirst(".*#", ""), published) : "";
    }

    private static String reasonOfAnchor(Path target, String anchor, boolean published) throws IOException {
        String text = Files.readString(target);
        if (!slugs(text).contains(anchor)) {
            return "names no heading";
        }
        return published
                        && ANCHOR.matcher(text)
                                .results()
                                .noneMatch(found -> found.group(1).equals(anchor))
                ? "needs a line <a id=\"" + anchor + "\"></a> above the heading, for the site"
                : "";
    }

    private static List<String> links(String text) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(CODE.matcher(text).replaceAll(""));
        while (link.find()) {
            links.add(link.group(1) == null ? link.group(2) : link.group(1));
        }
        return links;
    }

    /** The anchors that GitHub gives to headings: lower case, without punctuation, a hyphen for each space. */
    private static Set<String> slugs(String text) {
        Set<String> slugs = new TreeSet<>();
        Map<String, Integer> seen = new HashMap<>();
        Matcher heading = HEADING.matcher(text.replaceAll("(?ms)^ *```.*?^ *```", ""));
        while (heading.find()) {
            String slug = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = seen.merge(slug, 1, Integer::sum) - 1;
            slugs.add(before == 0 ? slug : slug + "-" + before);
        }
        return slugs;
    }
}
