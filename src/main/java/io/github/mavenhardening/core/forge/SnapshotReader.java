package io.github.mavenhardening.core.forge;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Actions;
import io.github.mavenhardening.core.forge.ForgeSnapshot.BranchRules;
import io.github.mavenhardening.core.forge.ForgeSnapshot.DeployKey;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Hook;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Oidc;
import io.github.mavenhardening.core.forge.ForgeSnapshot.PrivateForks;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Rights;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Ruleset;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a snapshot. JSON is YAML, whose reader knows the place of each value. Members that are not known are passed over, for
 * a newer release may have written them; what is not there is unknown.
 */
final class SnapshotReader extends SnapshotValues {

    /** What this release writes, and the only one that it reads. */
    static final int VERSION = 1;

    private SnapshotReader(String path) {
        super(path);
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
        Optional<YamlMapping> root = document.mapping();
        if (root.isEmpty()) {
            throw new UnreadableFileException(Location.ofFile(file.path()), "expected an object");
        }
        return new LocatedSnapshot(reader.snapshot(root.get()), root.get());
    }

    private ForgeSnapshot snapshot(YamlMapping root) throws UnreadableFileException {
        YamlNode version = required(root, "version");
        if (number(version) != VERSION) {
            throw refused(version.span(), "this version is not known to this release, which reads " + VERSION);
        }
        YamlNode forge = required(root, "forge");
        boolean isGitLab = text(forge).equals(ForgeSnapshot.GITLAB);
        if (!isGitLab && !text(forge).equals(ForgeSnapshot.GITHUB)) {
            throw refused(forge.span(), "expected github or gitlab");
        }
        return new ForgeSnapshot(
                text(forge),
                text(required(root, "repository")),
                date(required(root, "taken")),
                rights(required(root, "rights")),
                flag(member(root, "private")),
                text(member(root, "plan")),
                text(member(root, "defaultBranch")),
                actions(part(root, "actions")),
                environments(member(root, "environments")),
                dates(member(root, "secrets")),
                names(member(root, "organisationSecrets")),
                names(member(root, "dependabotSecrets")),
                flag(member(root, "immutableReleases")),
                flag(member(root, "latestImmutable")),
                rulesets(member(root, "rulesets")),
                branchRules(part(root, "defaultBranchRules")),
                flag(member(root, "privateReporting")),
                oidc(member(root, "oidc")),
                deployKeys(member(root, "deployKeys")),
                hooks(member(root, "hooks")),
                actionsUsed(part(root, "actionsUsed")),
                isGitLab ? Optional.of(new GitLabReader(path()).read(part(root, "gitLab"))) : Optional.empty());
    }

    private Actions actions(Optional<YamlMapping> in) throws UnreadableFileException {
        return new Actions(
                flag(member(in, "enabled")),
                text(member(in, "allowed")),
                flag(member(in, "githubOwned")),
                flag(member(in, "verified")),
                texts(member(in, "patterns")),
                flag(member(in, "shaPinning")),
                text(member(in, "defaultPermissions")),
                flag(member(in, "approvesPullRequests")),
                text(member(in, "forkApproval")),
                privateForks(member(in, "privateForks")));
    }

    private Known<PrivateForks> privateForks(Member member) throws UnreadableFileException {
        if (member.node().isEmpty()) {
            return member.unknown();
        }
        YamlMapping in = object(member.node().get());
        return Known.of(new PrivateForks(
                flag(required(in, "runs")),
                flag(required(in, "writeTokens")),
                flag(required(in, "secrets")),
                flag(required(in, "approval"))));
    }

    private Environment environment(YamlNode node) throws UnreadableFileException {
        YamlMapping in = object(node);
        return new Environment(
                texts(member(in, "reviewers")),
                flag(member(in, "preventsSelfReview")),
                flag(member(in, "adminsBypass")),
                texts(member(in, "refs")),
                texts(member(in, "apps")),
                dates(member(in, "secrets")));
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
                texts(member(in, "bypass")));
    }

    private BranchRules branchRules(Optional<YamlMapping> in) throws UnreadableFileException {
        return new BranchRules(
                number(member(in, "approvals")),
                flag(member(in, "codeOwnerReview")),
                names(member(in, "requiredChecks")));
    }

    private Oidc oidc(YamlNode node) throws UnreadableFileException {
        YamlMapping in = object(node);
        return new Oidc(flag(required(in, "default")), texts(required(in, "claims")), flag(member(in, "immutable")));
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
        if (in.isEmpty()) {
            return used;
        }
        for (YamlMapping.Entry entry : in.get().entries()) {
            used.put(entry.name(), text(member(in, entry.name())));
        }
        return used;
    }

    private Known<Oidc> oidc(Member member) throws UnreadableFileException {
        return member.node().isEmpty()
                ? member.unknown()
                : Known.of(oidc(member.node().get()));
    }

    private Known<SortedMap<String, LocalDate>> dates(Member member) throws UnreadableFileException {
        if (member.node().isEmpty()) {
            return member.unknown();
        }
        SortedMap<String, LocalDate> dates = new TreeMap<>();
        for (YamlMapping.Entry entry : object(member.node().get()).entries()) {
            dates.put(entry.name(), date(entry.value()));
        }
        return Known.of(Collections.unmodifiableSortedMap(dates));
    }

    private Known<SortedMap<String, Environment>> environments(Member member) throws UnreadableFileException {
        if (member.node().isEmpty()) {
            return member.unknown();
        }
        SortedMap<String, Environment> environments = new TreeMap<>();
        for (YamlMapping.Entry entry : object(member.node().get()).entries()) {
            environments.put(entry.name(), environment(entry.value()));
        }
        return Known.of(Collections.unmodifiableSortedMap(environments));
    }

    private Known<List<Ruleset>> rulesets(Member member) throws UnreadableFileException {
        if (member.node().isEmpty()) {
            return member.unknown();
        }
        List<Ruleset> rulesets = new ArrayList<>();
        for (YamlNode node : list(member.node().get())) {
            rulesets.add(ruleset(node));
        }
        return Known.of(List.copyOf(rulesets));
    }

    private Known<List<DeployKey>> deployKeys(Member member) throws UnreadableFileException {
        if (member.node().isEmpty()) {
            return member.unknown();
        }
        List<DeployKey> keys = new ArrayList<>();
        for (YamlNode node : list(member.node().get())) {
            keys.add(deployKey(node));
        }
        return Known.of(List.copyOf(keys));
    }

    private Known<List<Hook>> hooks(Member member) throws UnreadableFileException {
        if (member.node().isEmpty()) {
            return member.unknown();
        }
        List<Hook> hooks = new ArrayList<>();
        for (YamlNode node : list(member.node().get())) {
            hooks.add(hook(node));
        }
        return Known.of(List.copyOf(hooks));
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

    private LocalDate date(YamlNode node) throws UnreadableFileException {
        String text = text(node);
        // A formatter takes longer to begin than all dates of a snapshot to read.
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int year = digits(text, 0, 4);
            try {
                if (year >= 0) {
                    return LocalDate.of(year, digits(text, 5, 7), digits(text, 8, 10));
                }
            } catch (DateTimeException e) {
                // Silent: it is refused below, as what has no such form is.
            }
        }
        throw refused(node.span(), "expected a date such as 2027-01-31");
    }

    /** A number of digits alone; else -1, which fits neither a month nor a day. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
