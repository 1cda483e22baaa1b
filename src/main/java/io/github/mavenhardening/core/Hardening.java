package io.github.mavenhardening.core;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.policy.Against;
import io.github.mavenhardening.core.policy.Policy;
import io.github.mavenhardening.core.policy.PolicyEvaluator;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.PolicySources;
import io.github.mavenhardening.core.policy.Reference;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.Audit;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.source.ChangeSince;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entry point of the library: audits a repository with a policy and returns the evaluated result. Auditing and judging are
 * apart, because a build audits once and may judge by several policies.
 */
public final class Hardening {

    /** How many results are kept: a goal asks for a few, and each module of a long build may bring others. */
    private static final int REMEMBERED = 16;

    private final Repository repository;
    private final Environment environment;
    private final Checks checks;
    private final Policy policy;
    private final Reference reference;
    private final Checks enabled;
    private final Map<Audited, Result> judged = new HashMap<>();

    /**
     * A run on that repository. What its {@code zizmor.yml} says holds where no other setting does.
     *
     * @param overrides the settings that go over those of the policy file
     * @param policyFile the policy file's path in the repository; empty for the usual places
     * @throws io.github.mavenhardening.core.api.ConfigurationException when the policy file or {@code zizmor.yml} cannot be
     *     taken as it is
     */
    public Hardening(
            Repository repository,
            Environment environment,
            Checks checks,
            PolicyLayer overrides,
            Optional<String> policyFile) {
        this(
                repository,
                environment,
                checks,
                new PolicySources(List.of(overrides), policyFile, List.of()),
                Against.usual());
    }

    /**
     * A run on that repository.
     *
     * @param sources where its policy comes from
     * @param against what the user compares it with
     * @throws io.github.mavenhardening.core.api.ConfigurationException when one of them cannot be taken as it is
     */
    public Hardening(
            Repository repository, Environment environment, Checks checks, PolicySources sources, Against against) {
        this.repository = repository;
        // Nobody names a base by it: the word is for the base that is named otherwise.
        this.environment = environment.since(against.since().filter(since -> !since.equals(ChangeSince.BASE)));
        this.checks = checks;
        this.policy = sources.read(repository, checks);
        this.reference = Reference.of(repository, this.environment, against);
        this.enabled = enabled(environment, checks, policy);
    }

    private Hardening(
            Repository repository, Environment environment, Checks checks, Policy policy, Reference reference) {
        this.repository = repository;
        this.environment = environment;
        this.checks = checks;
        this.policy = policy;
        this.reference = reference;
        this.enabled = enabled(environment, checks, policy);
    }

    /** A run by the same policy on other files at another time, of which every finding counts. */
    public Hardening on(Repository other, Environment then) {
        return new Hardening(other, then, checks, policy, Reference.none());
    }

    /** The policy in force. */
    public Policy policy() {
        return policy;
    }

    /** The checks of this run, those that the policy switches off included. */
    public Checks checks() {
        return checks;
    }

    /** What findings are compared with. */
    public Reference reference() {
        return reference;
    }

    /** What surrounds the checks of this run. */
    public CheckContext context() {
        List<String> files = new ArrayList<>(policy.files());
        if (reference.baseline().isPresent()) {
            files.add(reference.file());
        }
        return new CheckContext(
                        repository, environment, Options.of(policy.options().values()), files)
                .readBy(policy.persona());
    }

    /** The checks that the policy has on; without those that ask the network, where nobody wants that. */
    public Checks enabled() {
        return enabled;
    }

    private static Checks enabled(Environment environment, Checks checks, Policy policy) {
        List<String> ids = new ArrayList<>();
        for (Check check : checks.all()) {
            CheckInfo info = check.info();
            if (policy.isEnabled(check) && (environment.network().isPresent() || !info.online())) {
                ids.add(info.id());
            }
        }
        return checks.only(ids);
    }

    /** Runs those checks of a family that the policy has on; nothing is judged yet. */
    public AuditResult audit(Audit audit) {
        return audit(audit, enabled());
    }

    /** Runs those checks of a family, as far as they need no network that is closed. */
    public AuditResult audit(Audit audit, Checks chosen) {
        CheckContext context = context();
        Optional<String> closed =
                environment.network().isPresent() ? environment.network().get().refusal() : Optional.empty();
        Checks running = closed.isPresent() ? offline(chosen, audit.family(), context, closed.get()) : chosen;
        return audit.run(context, running).withGaps(context.gaps()).expiring(context.expiries());
    }

    /** Those that need no network; the others of that family decline. */
    private static Checks offline(Checks chosen, Family family, CheckContext context, String closed) {
        List<String> ids = new ArrayList<>();
        for (Check check : chosen.all()) {
            if (!check.info().online()) {
                ids.add(check.info().id());
            } else if (check.family() == family) {
                context.decline(check, closed);
            }
        }
        return chosen.only(ids);
    }

    /** Judges what audits found, each of another family. The same audits are judged once, however often it is asked. */
    public synchronized Result judge(Collection<AuditResult> audits) {
        Audited asked = new Audited(List.copyOf(audits));
        Result known = judged.get(asked);
        if (known == null) {
            if (judged.size() >= REMEMBERED) {
                judged.clear();
            }
            known = new PolicyEvaluator(policy, checks, environment.today(), reference).judge(audits);
            judged.put(asked, known);
        }
        return known;
    }

    /** Audits by their identity: what they found is compared deeply otherwise. */
    private record Audited(List<AuditResult> audits) {

        @Override
        @SuppressWarnings("ReferenceEquality") // The point of this record.
        public boolean equals(Object other) {
            if (!(other instanceof Audited audited) || audited.audits.size() != audits.size()) {
                return false;
            }
            for (int i = 0; i < audits.size(); i++) {
                if (audits.get(i) != audited.audits.get(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (AuditResult audit : audits) {
                hash = 31 * hash + System.identityHashCode(audit);
            }
            return hash;
        }
    }
}
