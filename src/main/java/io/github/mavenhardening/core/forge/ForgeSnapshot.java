package io.github.mavenhardening.core.forge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The settings of a repository on its forge, as they were on a day for whoever asked. Names are the forge's own; nothing in it
 * is secret but that it is: secrets are names.
 *
 * @param forge the kind of forge: {@link #GITHUB} or {@link #GITLAB}
 * @param repository {@code owner/name}, with all groups on GitLab
 * @param taken the day in UTC
 * @param rights what whoever asked may do
 * @param isPrivate whether not everybody can read the repository
 * @param plan the owner's plan, {@code free}, {@code team} …
 * @param defaultBranch its name
 * @param actions what may run, and how
 * @param environments the deployment environments by their names
 * @param secrets the repository's secrets by their names in upper case, with the day of their last change
 * @param organisationSecrets names of the organisation's secrets that the repository gets
 * @param dependabotSecrets names of the secrets of Dependabot's runs
 * @param immutableReleases whether releases made from now on cannot be changed
 * @param latestImmutable whether the latest release cannot be changed; for everyone to see
 * @param rulesets rules of the repository and of its owner, sorted by name
 * @param defaultBranchRules what is in force on the default branch, by all rules together
 * @param privateReporting whether vulnerabilities can be reported in private
 * @param oidc the subject of the tokens of runs
 * @param deployKeys keys that read or write this repository
 * @param hooks who gets events
 * @param actionsUsed the state of the repositories that workflows use, by {@code owner/name}: {@code active},
 *     {@code archived}, {@code disabled} or {@code missing}
 * @param gitLab what only GitLab has; empty for another forge's, as what only GitHub has is unknown for GitLab's
 */
public record ForgeSnapshot(
        String forge,
        String repository,
        LocalDate taken,
        Rights rights,
        Known<Boolean> isPrivate,
        Known<String> plan,
        Known<String> defaultBranch,
        Actions actions,
        Known<SortedMap<String, Environment>> environments,
        Known<SortedMap<String, LocalDate>> secrets,
        Known<SortedSet<String>> organisationSecrets,
        Known<SortedSet<String>> dependabotSecrets,
        Known<Boolean> immutableReleases,
        Known<Boolean> latestImmutable,
        Known<List<Ruleset>> rulesets,
        BranchRules defaultBranchRules,
        Known<Boolean> privateReporting,
        Known<Oidc> oidc,
        Known<List<DeployKey>> deployKeys,
        Known<List<Hook>> hooks,
        SortedMap<String, Known<String>> actionsUsed,
        Optional<GitLabSettings> gitLab) {

    public static final String GITHUB = "github";
    public static final String GITLAB = "gitlab";

    /** Why what a file does not have is unknown. */
    static final String NOT_THERE = "the snapshot does not have it";

    /** That of a project on GitLab: what only GitHub has is not there. */
    public static ForgeSnapshot ofGitLab(
            String project,
            LocalDate taken,
            Rights rights,
            Known<Boolean> isPrivate,
            Known<String> defaultBranch,
            Known<Integer> approvals,
            Known<Boolean> codeOwnerReview,
            Known<List<DeployKey>> deployKeys,
            Known<List<Hook>> hooks,
            GitLabSettings gitLab) {
        return new ForgeSnapshot(
                GITLAB,
                project,
                taken,
                rights,
                isPrivate,
                none(),
                defaultBranch,
                new Actions(none(), none(), none(), none(), none(), none(), none(), none(), none(), none()),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                none(),
                new BranchRules(approvals, codeOwnerReview, none()),
                none(),
                none(),
                deployKeys,
                hooks,
                new TreeMap<>(),
                Optional.of(gitLab));
    }

    private static <T> Known<T> none() {
        return Known.unknown(NOT_THERE);
    }

    /** What whoever took the snapshot may do with the repository. */
    public enum Rights {
        /** Without a token. */
        ANONYMOUS,
        READ,
        WRITE,
        /** Sees every setting. */
        ADMIN;

        /** The name as the file has it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The settings of GitHub Actions.
     *
     * @param enabled whether anything runs
     * @param allowed which actions may run: {@code all}, {@code local_only} or {@code selected}
     * @param githubOwned whether those of GitHub itself may, where they are selected
     * @param verified whether those of verified creators may, where they are selected
     * @param patterns which others may
     * @param shaPinning whether a reference must be a full commit
     * @param defaultPermissions what the token of a run may do where no file says: {@code read} or {@code write}
     * @param approvesPullRequests whether a run's token may approve pull requests
     * @param forkApproval whose pull requests wait for a maintainer before anything runs
     * @param privateForks what runs of pull requests from forks get in a private repository
     */
    public record Actions(
            Known<Boolean> enabled,
            Known<String> allowed,
            Known<Boolean> githubOwned,
            Known<Boolean> verified,
            Known<List<String>> patterns,
            Known<Boolean> shaPinning,
            Known<String> defaultPermissions,
            Known<Boolean> approvesPullRequests,
            Known<String> forkApproval,
            Known<PrivateForks> privateForks) {}

    /**
     * Pull requests from forks of a private repository.
     *
     * @param runs whether they run workflows at all
     * @param writeTokens whether the token of such a run may write
     * @param secrets whether such a run gets secrets
     * @param approval whether somebody who may write must approve such a run
     */
    public record PrivateForks(boolean runs, boolean writeTokens, boolean secrets, boolean approval) {}

    /**
     * A deployment environment.
     *
     * @param reviewers who must approve, one of them: {@code user ada}, {@code team release}
     * @param preventsSelfReview whether who started a run cannot approve it
     * @param adminsBypass whether administrators may go past the rules
     * @param refs {@code any}; {@code protected} for protected branches; or the patterns, {@code branch main}, {@code tag v*}
     * @param apps enabled rules of apps
     * @param secrets names of its secrets in upper case, with the day of their last change
     */
    public record Environment(
            Known<List<String>> reviewers,
            Known<Boolean> preventsSelfReview,
            Known<Boolean> adminsBypass,
            Known<List<String>> refs,
            Known<List<String>> apps,
            Known<SortedMap<String, LocalDate>> secrets) {

        /** Stands alone in {@link #refs} where every branch and tag may deploy. */
        public static final String ANY = "any";

        /** Stands alone in {@link #refs} where protected branches may deploy. */
        public static final String PROTECTED = "protected";
    }

    /**
     * A ruleset.
     *
     * @param target {@code branch}, {@code tag} or {@code push}
     * @param enforcement {@code active}; {@code evaluate} and {@code disabled} enforce nothing
     * @param include the refs that it is about: patterns, {@code ~ALL}, {@code ~DEFAULT_BRANCH}
     * @param exclude the refs among these that it is not about
     * @param rules the types of its rules
     * @param bypass who need not obey; shown only to those who may write the ruleset
     */
    public record Ruleset(
            String name,
            String target,
            String enforcement,
            List<String> include,
            List<String> exclude,
            List<String> rules,
            Known<List<String>> bypass) {

        /** Whether it binds anybody. */
        public boolean isActive() {
            return enforcement.equals("active");
        }
    }

    /**
     * What holds for pull requests to the default branch.
     *
     * @param approvals how many approvals a change needs; 0 where it needs no pull request
     * @param codeOwnerReview whether the owners of changed files must approve
     * @param requiredChecks names of the jobs that must succeed
     */
    public record BranchRules(
            Known<Integer> approvals, Known<Boolean> codeOwnerReview, Known<SortedSet<String>> requiredChecks) {}

    /**
     * The subject of the tokens that runs identify themselves with.
     *
     * @param isDefault whether it is GitHub's own form
     * @param claims which claims it is made of otherwise
     * @param immutable whether it holds the ids of owner and repository, which nobody can take over with the name
     */
    public record Oidc(boolean isDefault, List<String> claims, Known<Boolean> immutable) {}

    /** A key that belongs to the repository. */
    public record DeployKey(String title, boolean readOnly) {}

    /**
     * Somebody who gets events.
     *
     * @param host where they go; the rest of the address may be a secret
     */
    public record Hook(String host, boolean insecureTls, boolean active) {

        /** That of a file. */
        public static final Comparator<Hook> ORDER = Comparator.comparing(Hook::host)
                .thenComparing(Hook::insecureTls)
                .thenComparing(Hook::active);
    }
}
