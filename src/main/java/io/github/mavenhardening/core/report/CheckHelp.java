package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.CheckPages;
import io.github.mavenhardening.core.finding.Sanitizer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be read about a check, for readers that show it elsewhere than beside our other pages: every link of it is an
 * address of its own.
 */
final class CheckHelp {

    private static final String FOLDER = "checks/";
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]\\[\\n]{0,500}(?:\\n[^\\]\\[\\n]{0,500})?)]\\(([^)\\s]{1,500})\\)");

    private CheckHelp() {}

    /** The address to read about a check: our page; of a third party's check its first source. Empty when it has none. */
    static Optional<String> address(Check check) {
        if (isOurs(check)) {
            return Optional.of(Tool.pageUrl(FOLDER + check.info().id() + ".md"));
        }
        return Arrays.stream(check.info().sources()).filter(CheckHelp::isUrl).findFirst();
    }

    /** A check's page in Markdown; empty when its jar holds none. */
    static Optional<String> page(Check check) {
        return CheckPages.of(check).map(page -> withWholeLinks(page, check));
    }

    /** What stands for the page of a check: its title, and its sources. */
    static String brief(CheckInfo info) {
        String title = sentence(info.title());
        String[] sources = info.sources();
        return sources.length == 0 ? title : title + "\n\nSource: " + String.join(", ", sources);
    }

    /** The first paragraph of a page that is neither heading, table, list nor code, on one line; its marks stay. */
    static Optional<String> lead(String page) {
        return Arrays.stream(page.split("\n\\s*\n", -1))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty() && "#|<>`*-+".indexOf(paragraph.charAt(0)) < 0)
                .map(paragraph -> Sanitizer.text(paragraph.replaceAll("\\s*\n\\s*", " ")))
                .findFirst();
    }

    static String sentence(String text) {
        String safe = Sanitizer.text(text);
        return safe.endsWith(".") ? safe : safe + ".";
    }

    private static String withWholeLinks(String page, Check check) {
        StringBuilder whole = new StringBuilder(page.length() + 256);
        int at = 0;
        // Parts outside of code and within take turns.
        boolean code = false;
        while (at < page.length()) {
            int fence = page.indexOf("```", at);
            int end = fence < 0 ? page.length() : fence + 3;
            String part = page.substring(at, end);
            whole.append(code ? part : linked(part, check));
            code = !code;
            at = end;
        }
        return whole.toString();
    }

    private static String linked(String text, Check check) {
        Matcher link = LINK.matcher(text);
        return link.replaceAll(found -> {
            String target = found.group(2);
            if (isUrl(target)) {
                return Matcher.quoteReplacement(found.group());
            }
            // Another jar's page may be anywhere: what it links to is left as a text.
            return Matcher.quoteReplacement(
                    isOurs(check) ? "[" + found.group(1) + "](" + whole(target, check) + ")" : found.group(1));
        });
    }

    private static String whole(String target, Check check) {
        String path = target.startsWith("#") ? FOLDER + check.info().id() + ".md" + target : FOLDER + target;
        return Tool.pageUrl(URI.create(path).normalize().toString());
    }

    private static boolean isOurs(Check check) {
        return check.getClass().getName().startsWith(Tool.PACKAGE);
    }

    private static boolean isUrl(String text) {
        try {
            return text.startsWith("https://") && new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            // Silent: what is not an address is not a link in a report.
            return false;
        }
    }
}
