package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.CheckPages;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.AuditResult;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of a run, sorted by id: every check of the families that ran, and whatever else has findings. Readers show a
 * rule's page beside its results, so that only rules with results carry theirs.
 */
final class SarifRules {

    private final List<String> ids;
    private final Set<String> found;
    private final ReportContext context;

    private SarifRules(Set<String> ids, Set<String> found, ReportContext context) {
        this.ids = List.copyOf(ids);
        this.found = found;
        this.context = context;
    }

    static SarifRules of(Result result, ReportContext context) {
        Set<Family> families = EnumSet.noneOf(Family.class);
        for (AuditResult audit : result.audits()) {
            families.add(audit.family());
        }
        Set<String> ids = new TreeSet<>();
        for (Check check : context.checks().all()) {
            if (families.contains(check.family())) {
                ids.add(check.info().id());
            }
        }
        Set<String> found = new HashSet<>();
        for (EvaluatedFinding judged : result.findings()) {
            found.add(judged.finding().checkId());
        }
        ids.addAll(found);
        return new SarifRules(ids, found, context);
    }

    /** The rule's place among the rules, 0-based. */
    int indexOf(String checkId) {
        return ids.indexOf(checkId);
    }

    void write(JsonArray rules) {
        for (String id : ids) {
            JsonObject rule = rules.addObject();
            rule.put("id", id);
            rule.put("name", pascalCase(id));
            Optional<Check> check = context.checks().byId(id);
            if (check.isPresent()) {
                describe(rule, check.get(), found.contains(id) ? CheckPages.of(check.get()) : Optional.empty());
            } else {
                rule.putObject("shortDescription").put("text", id);
            }
        }
    }

    private static void describe(JsonObject rule, Check check, Optional<String> page) {
        CheckInfo info = check.info();
        String title = sentence(info.title());
        rule.putObject("shortDescription").put("text", title);
        Optional<String> lead = page.isPresent() ? firstParagraph(page.get()) : Optional.empty();
        rule.putObject("fullDescription").put("text", lead.orElse(title));
        Optional<String> uri = helpUri(check);
        String help = page.isPresent() ? page.get() : title + sources(info);
        rule.putObject("help").put("text", help).put("markdown", help);
        if (uri.isPresent()) {
            rule.put("helpUri", uri.get());
        }
        rule.putObject("defaultConfiguration").put("level", SarifSeverity.level(info.severity()));
        JsonObject properties = rule.putObject("properties");
        JsonArray tags = properties
                .putArray("tags")
                .add("security")
                .add("supply-chain")
                .add(check.family().label());
        for (String control : info.controls()) {
            tags.add(control);
        }
        properties.put("precision", info.confidence().label());
        Optional<String> score = SarifSeverity.score(info.severity());
        if (score.isPresent()) {
            properties.put("security-severity", score.get());
        }
    }

    /** {@code UnpinnedUses} of {@code unpinned-uses}. */
    static String pascalCase(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }

    /** Our pages have an address of their own; a third party's check is explained by its first source. */
    private static Optional<String> helpUri(Check check) {
        if (check.getClass().getName().startsWith(Tool.PACKAGE)) {
            return Optional.of(Tool.pageUrl(check.info().id()));
        }
        return Arrays.stream(check.info().sources()).filter(SarifRules::isUrl).findFirst();
    }

    private static boolean isUrl(String text) {
        try {
            return text.startsWith("https://") && new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            // Silent: what is not an address is not a link in a report.
            return false;
        }
    }

    private static String sources(CheckInfo info) {
        return info.sources().length == 0 ? "" : "\n\nSource: " + String.join(", ", info.sources());
    }

    /** The first paragraph of a page that is neither heading, table, list nor code, on one line; its marks stay. */
    private static Optional<String> firstParagraph(String page) {
        return Arrays.stream(page.split("\n\\s*\n", -1))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty() && "#|<>`*-+".indexOf(paragraph.charAt(0)) < 0)
                .map(paragraph -> Sanitizer.text(paragraph.replaceAll("\\s*\n\\s*", " ")))
                .findFirst();
    }

    private static String sentence(String text) {
        String safe = Sanitizer.text(text);
        return safe.endsWith(".") ? safe : safe + ".";
    }
}
