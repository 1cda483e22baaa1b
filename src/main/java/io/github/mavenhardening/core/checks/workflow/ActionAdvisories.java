package io.github.mavenhardening.core.checks.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.json.Json;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Advisories about actions in a file: what GitHub's interface answers for global advisories, or records in the OSV format, one or a
 * list of them. What is about other ecosystems, or was withdrawn, is left out.
 */
final class ActionAdvisories {

    /** {@code >= 1.0, < 1.2.3}, a part of it. */
    private static final Pattern BOUND = Pattern.compile("(?<sign><=|<|>=|>|=)\\s*(?<version>\\S{1,100})");

    /** What an advisory says of one repository. */
    record Advisory(String id, Severity severity, List<Range> ranges) {

        /** The range that a version is in. */
        Optional<Range> of(ActionVersion version) {
            for (Range range : ranges) {
                if (range.has(version)) {
                    return Optional.of(range);
                }
            }
            return Optional.empty();
        }
    }

    /** Versions that are vulnerable; each bound as a sign and a version. */
    record Range(List<Bound> bounds, Optional<String> patched) {

        boolean has(ActionVersion version) {
            for (Bound bound : bounds) {
                int order = version.compareTo(bound.version());
                boolean within = switch (bound.sign()) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    case ">=" -> order >= 0;
                    default -> order == 0;
                };
                if (!within) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Bound(String sign, ActionVersion version) {}

    private final Map<String, List<Advisory>> byRepository = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ActionAdvisories() {}

    /** Those of a file of the repository. */
    static ActionAdvisories read(Repository repository, String path) {
        ActionAdvisories advisories = new ActionAdvisories();
        try {
            JsonNode json = Json.read(repository.read(path).text());
            JsonNode records = json.has("vulns") ? json.get("vulns") : json;
            if (records.isArray()) {
                for (JsonNode record : records) {
                    advisories.add(record, path);
                }
            } else {
                advisories.add(records, path);
            }
        } catch (UnreadableFileException e) {
            advisories.problems.add(path + " cannot be read: " + e.reason());
        } catch (IOException e) {
            advisories.problems.add(path + " is not JSON");
        }
        return advisories;
    }

    /** What cannot be read or compared, so that something vulnerable may not be found. */
    List<String> problems() {
        return problems;
    }

    /** Those about a repository. */
    List<Advisory> about(String slug) {
        return byRepository.getOrDefault(slug.toLowerCase(Locale.ROOT), List.of());
    }

    private void add(JsonNode record, String path) {
        String id = record.path("ghsa_id").asText(record.path("id").asText());
        JsonNode parts = record.has("affected") ? record.get("affected") : record.path("vulnerabilities");
        if (id.isEmpty() || !parts.isArray()) {
            problems.add(path + " has a record that is neither a GitHub advisory nor one in the OSV format");
            return;
        }
        if (record.hasNonNull("withdrawn") || record.hasNonNull("withdrawn_at")) {
            return;
        }
        for (JsonNode part : parts) {
            String ecosystem = part.path("package").path("ecosystem").asText();
            if (ecosystem.equalsIgnoreCase("actions") || ecosystem.equalsIgnoreCase("GitHub Actions")) {
                String name = part.path("package").path("name").asText().toLowerCase(Locale.ROOT);
                List<Range> ranges = record.has("affected") ? osv(part) : gitHub(part);
                if (ranges.isEmpty()) {
                    problems.add(path + " says of " + id + " not in a known form which versions of " + name
                            + " are vulnerable");
                }
                byRepository
                        .computeIfAbsent(slug(name), first -> new ArrayList<>())
                        .add(new Advisory(id, severity(record), ranges));
            }
        }
    }

    /** An advisory may name the folder of one action; the version is that of the repository. */
    private static String slug(String name) {
        String[] parts = name.split("/", 3);
        return parts.length < 2 ? name : parts[0] + "/" + parts[1];
    }

    private static Severity severity(JsonNode record) {
        String label = record.path("severity")
                .asText(record.path("database_specific").path("severity").asText());
        return label.equalsIgnoreCase("moderate")
                ? Severity.MEDIUM
                : Severity.ofLabel(label).orElse(Severity.HIGH);
    }

    private static List<Range> gitHub(JsonNode part) {
        JsonNode fixed = part.path("first_patched_version");
        String patched = fixed.path("identifier").asText(fixed.isTextual() ? fixed.asText() : "");
        List<Bound> bounds = new ArrayList<>();
        for (String text : part.path("vulnerable_version_range").asText().split(",", -1)) {
            Matcher matcher = BOUND.matcher(text.strip());
            Optional<ActionVersion> version =
                    matcher.matches() ? ActionVersion.exact(matcher.group("version")) : Optional.empty();
            if (version.isEmpty()) {
                return List.of();
            }
            bounds.add(new Bound(matcher.group("sign"), version.get()));
        }
        return List.of(new Range(bounds, Optional.of(patched).filter(text -> !text.isEmpty())));
    }

    private static List<Range> osv(JsonNode part) {
        List<Range> ranges = new ArrayList<>();
        for (JsonNode range : part.path("ranges")) {
            if (range.path("type").asText().equals("GIT")) {
                continue;
            }
            Optional<ActionVersion> from = Optional.empty();
            for (JsonNode event : range.path("events")) {
                String end =
                        event.path("fixed").asText(event.path("last_affected").asText());
                Optional<ActionVersion> to = ActionVersion.exact(end);
                if (event.has("introduced") && from.isEmpty()) {
                    from = ActionVersion.exact(event.path("introduced").asText());
                } else if (from.isPresent() && to.isPresent()) {
                    boolean fixed = event.has("fixed");
                    ranges.add(new Range(
                            List.of(new Bound(">=", from.get()), new Bound(fixed ? "<" : "<=", to.get())),
                            fixed ? Optional.of(end) : Optional.empty()));
                    from = Optional.empty();
                } else {
                    return List.of();
                }
            }
            if (from.isPresent()) {
                ranges.add(new Range(List.of(new Bound(">=", from.get())), Optional.empty()));
            }
        }
        for (JsonNode listed : part.path("versions")) {
            ActionVersion.exact(listed.asText())
                    .ifPresent(version -> ranges.add(new Range(List.of(new Bound("=", version)), Optional.empty())));
        }
        return ranges;
    }
}
