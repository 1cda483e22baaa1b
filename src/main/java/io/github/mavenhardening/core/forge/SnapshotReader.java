package io.github.mavenhardening.core.forge;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Actions;
import io.github.mavenhardening.core.forge.ForgeSnapshot.BranchRules;
import io.github.mavenhardening.core.forge.ForgeSnapshot.DeployKey;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Hook;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Oidc;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Rights;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Ruleset;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a snapshot. JSON is YAML, whose reader knows the place of each value. Members that are not known are passed over, for
 * a newer release may have written them; what is not there is unknown.
 */
final class SnapshotReader {

    /** What this release writes, and the only one that it reads. */
    static final int VERSION = 1;

    private static final String UNKNOWN = "unknown";
    private static final String NOT_THERE = "the snapshot does not have it";

    /** Dates are counted with: those beyond would lead out of the calendar. */
    private static final int MAX_YEAR = 9999;

    private final String path;

    private SnapshotReader(String path) {
        this.path = path;
    }

    /** Makes a value of what stands there. */
    @FunctionalInterface
    private interface Shape<T> {
        T of(YamlNode node) throws UnreadableFileException;
    }

    /**
     * The snapshot that a file has.
     *
     * @throws UnreadableFileException at the first place that does not fit
     */
    static LocatedSnapshot read(SourceFile file) throws UnreadableFileException {
        YamlDocument document = YamlDocument.parse(file);
        SnapshotReader reader = new SnapshotReader(file.path());
        if (!document.problems().isEmpty()) {
            throw reader.refused(
                    document.problems().get(0).span(),
                    document.problems().get(0).message());
        }
        YamlMapping root = document.mapping()
                .orElseThrow(() -> new UnreadableFileException(Location.ofFile(file.path()), "expected an object"));
        return new LocatedSnapshot(reader.snapshot(root), root);
    }

    private ForgeSnapshot snapshot(YamlMapping root) throws UnreadableFileException {
        YamlNode version = required(root, "version");
        if (number(version) != VERSION) {
            throw refused(version.span(), "this version is not known to this release, which reads " + VERSION);
        }
        return new ForgeSnapshot(
                text(required(root, "forge")),
                text(required(root, "repository")),
                date(required(root, "taken")),
                rights(required(root, "rights")),
                known(root, "private", this::flag),
                known(root, "plan", this::text),
                known(root, "defaultBranch", this::text),
                actions(part(root, "actions")),
                known(root, "environments", node -> entries(node, this::environment)),
                known(root, "secrets", node -> entries(node, this::date)),
                known(root, "organisationSecrets", this::names),
                known(root, "dependabotSecrets", this::names),
                known(root, "immutableReleases", this::flag),
                known(root, "latestImmutable", this::flag),
                known(root, "rulesets", node -> list(node, this::ruleset)),
                branchRules(part(root, "defaultBranchRules")),
                known(root, "privateReporting", this::flag),
                known(root, "oidc", this::oidc),
                known(root, "deployKeys", node -> list(node, this::deployKey)),
                known(root, "hooks", node -> list(node, this::hook)),
                actionsUsed(part(root, "actionsUsed")));
    }

    private Actions actions(Optional<YamlMapping> in) throws UnreadableFileException {
        return new Actions(
                known(in, "enabled", this::flag),
                known(in, "allowed", this::text),
                known(in, "githubOwned", this::flag),
                known(in, "verified", this::flag),
                known(in, "patterns", this::texts),
                known(in, "shaPinning", this::flag),
                known(in, "defaultPermissions", this::text),
                known(in, "approvesPullRequests", this::flag),
                known(in, "forkApproval", this::text));
    }

    private Environment environment(YamlNode node) throws UnreadableFileException {
        YamlMapping in = object(node);
        return new Environment(
                known(in, "reviewers", this::texts),
                known(in, "preventsSelfReview", this::flag),
                known(in, "adminsBypass", this::flag),
                known(in, "refs", this::texts),
                known(in, "apps", this::texts),
                known(in, "secrets", secrets -> entries(secrets, this::date)));
    }

    private Ruleset ruleset(YamlNode node) throws UnreadableFileException {
        YamlMapping in = object(node);
        return new Ruleset(
                text(required(in, "name")),
                text(required(in, "target")),
                text(required(in, "enforcement")),
                texts(required(in, "include")),
                texts(required(in, "exclude")),
                texts(required(in, "rules")),
                known(in, "bypass", this::texts));
    }

    private BranchRules branchRules(Optional<YamlMapping> in) throws UnreadableFileException {
        return new BranchRules(
                known(in, "approvals", this::number),
                known(in, "codeOwnerReview", this::flag),
                known(in, "requiredChecks", this::names));
    }

    private Oidc oidc(YamlNode node) throws UnreadableFileException {
        YamlMapping in = object(node);
        return new Oidc(
                flag(required(in, "default")), texts(required(in, "claims")), known(in, "immutable", this::flag));
    }

    private DeployKey deployKey(YamlNode node) throws UnreadableFileException {
        YamlMapping in = object(node);
        return new DeployKey(text(required(in, "title")), flag(required(in, "readOnly")));
    }

    private Hook hook(YamlNode node) throws UnreadableFileException {
        YamlMapping in = object(node);
        return new Hook(text(required(in, "host")), flag(required(in, "insecureTls")), flag(required(in, "active")));
    }

    private SortedMap<String, Known<String>> actionsUsed(Optional<YamlMapping> in) throws UnreadableFileException {
        SortedMap<String, Known<String>> used = new TreeMap<>();
        for (YamlMapping.Entry entry : in.map(YamlMapping::entries).orElse(List.of())) {
            used.put(entry.name(), known(in, entry.name(), this::text));
        }
        return used;
    }

    private <T> Known<T> known(YamlMapping in, String name, Shape<T> shape) throws UnreadableFileException {
        return known(Optional.of(in), name, shape);
    }

    /** A value as far as it is known. */
    private <T> Known<T> known(Optional<YamlMapping> in, String name, Shape<T> shape) throws UnreadableFileException {
        Optional<YamlNode> node = in.isPresent() ? in.get().get(name) : Optional.empty();
        if (node.isEmpty()) {
            return Known.unknown(NOT_THERE);
        }
        if (node.get() instanceof YamlMapping mapping
                && mapping.entries().size() == 1
                && mapping.get(UNKNOWN).orElse(null) instanceof YamlScalar reason) {
            return Known.unknown(reason.value());
        }
        return Known.of(shape.of(node.get()));
    }

    private Optional<YamlMapping> part(YamlMapping in, String name) throws UnreadableFileException {
        Optional<YamlNode> node = in.get(name);
        return node.isPresent() ? Optional.of(object(node.get())) : Optional.empty();
    }

    private <T> SortedMap<String, T> entries(YamlNode node, Shape<T> shape) throws UnreadableFileException {
        SortedMap<String, T> entries = new TreeMap<>();
        for (YamlMapping.Entry entry : object(node).entries()) {
            entries.put(entry.name(), shape.of(entry.value()));
        }
        return Collections.unmodifiableSortedMap(entries);
    }

    private SortedSet<String> names(YamlNode node) throws UnreadableFileException {
        return Collections.unmodifiableSortedSet(new TreeSet<>(texts(node)));
    }

    private List<String> texts(YamlNode node) throws UnreadableFileException {
        return list(node, this::text);
    }

    private <T> List<T> list(YamlNode node, Shape<T> shape) throws UnreadableFileException {
        if (!(node instanceof YamlSequence sequence)) {
            throw refused(node.span(), "expected a list");
        }
        List<T> values = new ArrayList<>();
        for (YamlNode value : sequence.values()) {
            values.add(shape.of(value));
        }
        return List.copyOf(values);
    }

    private Rights rights(YamlNode node) throws UnreadableFileException {
        String label = text(node);
        for (Rights rights : Rights.values()) {
            if (rights.label().equals(label)) {
                return rights;
            }
        }
        throw refused(node.span(), "expected anonymous, read, write or admin");
    }

    private YamlNode required(YamlMapping in, String name) throws UnreadableFileException {
        Optional<YamlNode> node = in.get(name);
        if (node.isEmpty()) {
            throw refused(in.span(), "expected the member '" + name + "'");
        }
        return node.get();
    }

    private YamlMapping object(YamlNode node) throws UnreadableFileException {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        throw refused(node.span(), "expected an object");
    }

    private String text(YamlNode node) throws UnreadableFileException {
        if (node instanceof YamlScalar scalar && !scalar.isUntyped() && !scalar.isNull()) {
            return scalar.value();
        }
        throw refused(node.span(), "expected a text in quotes");
    }

    private boolean flag(YamlNode node) throws UnreadableFileException {
        Optional<Boolean> flag = node instanceof YamlScalar scalar ? scalar.asBoolean() : Optional.empty();
        if (flag.isEmpty()) {
            throw refused(node.span(), "expected true, false or {\"unknown\": \"reason\"}");
        }
        return flag.get();
    }

    private int number(YamlNode node) throws UnreadableFileException {
        if (node instanceof YamlScalar scalar && scalar.value().matches("[0-9]{1,9}")) {
            return Integer.parseInt(scalar.value());
        }
        throw refused(node.span(), "expected a number");
    }

    private LocalDate date(YamlNode node) throws UnreadableFileException {
        String text = text(node);
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 0 && date.getYear() <= MAX_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Silent: it is refused below, as a year without end is.
        }
        throw refused(node.span(), "expected a date such as 2027-01-31");
    }

    private UnreadableFileException refused(Span at, String reason) {
        return new UnreadableFileException(Location.of(path, at), reason);
    }
}
