package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Actions;
import io.github.mavenhardening.core.source.Glob;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds actions that the repository's settings refuse: a run that uses one fails before its first step. */
@AutoService(Check.class)
@CheckInfo(
        id = "action-not-allowed",
        title = "A workflow uses an action that the repository's settings do not allow, or they allow every action",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository"
        })
public final class ActionNotAllowed implements WorkflowCheck {

    /** More than GitHub's page takes; each is tried for each action. */
    private static final int MAX_PATTERNS = 1000;

    private static final int MAX_LENGTH = 500;

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Optional<ForgeView> found = ForgeView.ofGitHub(this, in.run());
        if (found.isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        Actions actions = forge.settings().actions();
        Optional<String> allowed = forge.value("'allowed'", actions.allowed());
        if (allowed.isEmpty()) {
            return;
        }
        if (allowed.get().equals("all")) {
            in.report(at(forge.at("actions", "allowed"))
                    .severity(Severity.LOW)
                    .persona(Persona.PEDANTIC)
                    .message("Every action of every repository may run")
                    .remedy("Allow selected actions, and list those that the workflows use")
                    .subject("all"));
            return;
        }
        Optional<AllowList> list = list(forge, actions, allowed.get().equals("selected"));
        if (list.isPresent()) {
            for (Definition definition : definitions.all()) {
                WorkflowContext at = in.in(definition);
                for (UsesReference reference : References.live(definition, definitions)) {
                    look(reference, list.get(), forge, at);
                }
            }
        }
    }

    private static Optional<AllowList> list(ForgeView forge, Actions actions, boolean isSelected) {
        Optional<RepositorySlug> slug = RepositorySlug.parse(forge.settings().repository());
        String own = slug.isPresent() ? slug.get().owner() : "";
        if (!isSelected) {
            return Optional.of(new AllowList(own, false, false, List.of(), List.of(), new HashMap<>()));
        }
        Optional<List<String>> patterns = forge.value("'patterns'", actions.patterns());
        Optional<Boolean> ofGitHub = forge.value("'githubOwned'", actions.githubOwned());
        Optional<Boolean> verified = forge.value("'verified'", actions.verified());
        if (patterns.isEmpty() || ofGitHub.isEmpty() || verified.isEmpty()) {
            return Optional.empty();
        }
        boolean isTooLong = false;
        for (String pattern : patterns.get()) {
            isTooLong |= pattern.length() > MAX_LENGTH;
        }
        if (patterns.get().size() > MAX_PATTERNS || isTooLong) {
            forge.gap("there are more than " + MAX_PATTERNS + " patterns of allowed actions, or longer ones than "
                    + MAX_LENGTH + " characters");
            return Optional.empty();
        }
        List<Glob> allowed = new ArrayList<>();
        List<Glob> refused = new ArrayList<>();
        for (String pattern : patterns.get()) {
            String text = pattern.toLowerCase(Locale.ROOT);
            if (text.startsWith("!")) {
                refused.add(Glob.of(text.substring(1), false));
            } else {
                allowed.add(Glob.of(text, false));
            }
        }
        return Optional.of(new AllowList(own, ofGitHub.get(), verified.get(), allowed, refused, new HashMap<>()));
    }

    private void look(UsesReference reference, AllowList list, ForgeView forge, WorkflowContext in) {
        Optional<Uses.Repository> uses = reference.repository();
        if (uses.isEmpty() || list.allows(uses.get(), reference.text())) {
            return;
        }
        if (list.verified() && !list.refuses(reference.text())) {
            forge.gap("whether the creator of '" + uses.get().slug()
                    + "' is verified, whose actions may run, only the forge knows");
            return;
        }
        in.report(at(in.at(reference.span()))
                .related(forge.at("actions", "patterns").labelled("what may run"))
                .message("The repository's settings do not allow '" + reference.text()
                        + "': a run that uses it fails at its start"
                        + (uses.get().path().isPresent()
                                ? "; a pattern for the repository does not include its folders"
                                : ""))
                .remedy("Add a pattern such as '" + uses.get().target() + "@*' to the allowed actions, or use another")
                .subject(reference.text()));
    }

    /**
     * What may run.
     *
     * @param own the repository's owner, whose actions always may
     * @param known what was decided of a reference before
     */
    private record AllowList(
            String own,
            boolean ofGitHub,
            boolean verified,
            List<Glob> patterns,
            List<Glob> refused,
            Map<String, Boolean> known) {

        boolean allows(Uses.Repository uses, String text) {
            String reference = text.toLowerCase(Locale.ROOT);
            Boolean before = known.get(reference);
            boolean allows = before != null ? before : allowsNew(uses, reference);
            known.put(reference, allows);
            return allows;
        }

        private boolean allowsNew(Uses.Repository uses, String reference) {
            String owner = uses.owner().toLowerCase(Locale.ROOT);
            if (owner.equals(own.toLowerCase(Locale.ROOT))) {
                return true;
            }
            boolean isOfGitHub = ofGitHub && (owner.equals("actions") || owner.equals("github"));
            return (isOfGitHub || matches(patterns, reference)) && !matches(refused, reference);
        }

        boolean refuses(String text) {
            return matches(refused, text.toLowerCase(Locale.ROOT));
        }

        private static boolean matches(List<Glob> globs, String reference) {
            for (Glob glob : globs) {
                if (glob.matches(reference)) {
                    return true;
                }
            }
            return false;
        }
    }
}
