package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Ruleset;
import io.github.mavenhardening.core.forge.GitLabSettings;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.ProtectedRefs;
import io.github.mavenhardening.core.source.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** A release can be changed after it was made: neither are releases immutable nor do rules keep their tags. */
@AutoService(Check.class)
@CheckInfo(
        id = "mutable-releases",
        title = "A release can be changed after it was made",
        severity = Severity.MEDIUM,
        options = MutableReleases.Tags.class,
        sources = {
            "https://docs.github.com/en/code-security/concepts/supply-chain-security/immutable-releases",
            "https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets",
            "https://docs.gitlab.com/user/project/protected_tags/"
        })
public final class MutableReleases implements PostureCheck {

    /** What keeps a tag where it is. */
    private static final List<String> NEEDED = List.of("deletion", "update");

    record Tags(
            @Option(value = "A tag as releases have it: the rules must be about it", otherwise = "v1.0.0")
            String tag,

            @Option(
                    value = "Who may bypass the rules of release tags, as the snapshot names them",
                    example = "[Integration 12345 always]")
            Set<String> bypass) {}

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> forge = ForgeView.of(this, in);
        if (forge.isEmpty()) {
            return;
        }
        if (forge.get().gitLab().isPresent()) {
            ofGitLab(forge.get(), forge.get().gitLab().get(), in);
            return;
        }
        Known<Boolean> immutable = forge.get().settings().immutableReleases();
        // Everybody sees whether the latest release is; only an administrator sees the setting.
        Known<Boolean> shown = immutable.value().isPresent()
                ? immutable
                : forge.get().settings().latestImmutable();
        if (shown.is(true)) {
            return;
        }
        Known<List<Ruleset>> rulesets = forge.get().settings().rulesets();
        Optional<Boolean> kept = rulesets.value().isPresent()
                ? areKept(rulesets.value().get(), in.options(Tags.class))
                : Optional.empty();
        if (kept.isPresent() && kept.get()) {
            return;
        }
        Optional<Boolean> setting =
                forge.get().value("'immutableReleases'", immutable.value().isPresent() ? immutable : shown);
        if (setting.isEmpty()) {
            return;
        }
        if (kept.isEmpty()) {
            forge.get().gap("who may bypass the rules of release tags is unknown");
            return;
        }
        in.report(at(forge.get().at("immutableReleases"))
                .message(
                        "Releases are not immutable, and no active ruleset keeps everybody from moving and deleting the tag '"
                                + in.options(Tags.class).tag() + "'")
                .remedy(
                        "Enable immutable releases, or add a ruleset for release tags that restricts updates and deletions"
                                + " without bypass")
                .subject("releases"));
    }

    /** What a rule of GitLab protects nobody can move, and no push deletes. */
    private void ofGitLab(ForgeView forge, GitLabSettings settings, CheckContext in) {
        String tag = in.options(Tags.class).tag();
        Optional<SortedMap<String, List<String>>> tags = forge.value("'tags'", settings.tags());
        if (tags.isEmpty()) {
            return;
        }
        if (ProtectedRefs.of(tags.get(), tag).isEmpty()) {
            in.report(at(forge.at("gitLab", "tags"))
                    .message("No rule protects the tag '" + tag + "': whoever may push moves and deletes it")
                    .remedy("Protect the tags of releases by a pattern such as v*")
                    .subject("releases"));
        }
    }

    /** Whether rules without bypass keep release tags; empty where it is unknown who may bypass those that would. */
    private static Optional<Boolean> areKept(List<Ruleset> rulesets, Tags tags) {
        List<String> sure = new ArrayList<>();
        List<String> perhaps = new ArrayList<>();
        for (Ruleset ruleset : rulesets) {
            if (ruleset.target().equals("tag") && ruleset.isActive() && isAbout(ruleset, "refs/tags/" + tags.tag())) {
                if (ruleset.bypass().value().isEmpty()) {
                    perhaps.addAll(ruleset.rules());
                } else if (tags.bypass().containsAll(ruleset.bypass().value().get())) {
                    sure.addAll(ruleset.rules());
                }
            }
        }
        if (sure.containsAll(NEEDED)) {
            return Optional.of(true);
        }
        perhaps.addAll(sure);
        return perhaps.containsAll(NEEDED) ? Optional.empty() : Optional.of(false);
    }

    private static boolean isAbout(Ruleset ruleset, String ref) {
        return ruleset.include().stream().anyMatch(pattern -> fits(pattern, ref))
                && ruleset.exclude().stream().noneMatch(pattern -> fits(pattern, ref));
    }

    private static boolean fits(String pattern, String ref) {
        return pattern.equals("~ALL") || Glob.of(pattern, true).matches(ref);
    }
}
