package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.source.GitRemote;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.graph.References;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The tags and branches of the repositories that workflows use, at the forge that runs them. */
final class RemoteRefs {

    private RemoteRefs() {}

    /** Asks for those of all wanted references at once, and notes what could not be learned. */
    static void ask(
            Check check, Definitions definitions, BiPredicate<UsesReference, Definition> wanted, WorkflowContext in) {
        Set<String> repositories = new LinkedHashSet<>();
        for (Definition definition : definitions.all()) {
            for (UsesReference reference : References.live(definition, definitions)) {
                if (reference.repository().isPresent() && wanted.test(reference, definition)) {
                    repositories.add(address(reference.repository().get(), in));
                }
            }
        }
        for (Answer<GitRemote.Refs> answer :
                in.run().ask(check, remote(in), repositories).values()) {
            if (answer.value().isEmpty()) {
                in.run().gap(check.info().id() + ": " + answer.problem());
            }
        }
    }

    /** Those of one repository; empty where they could not be learned, which {@link #ask} noted. */
    static Optional<GitRemote.Refs> of(Check check, Uses.Repository uses, WorkflowContext in) {
        return in.run().ask(check, remote(in), List.of(address(uses, in))).values().stream()
                .findFirst()
                .flatMap(Answer::value);
    }

    private static GitRemote remote(WorkflowContext in) {
        return new GitRemote(
                in.run().environment().network().map(Network::access).orElseGet(Access::usual));
    }

    /** On its runners the forge is named. */
    private static String address(Uses.Repository uses, WorkflowContext in) {
        String forge = in.run().environment().variable("GITHUB_SERVER_URL").orElse("https://github.com");
        return forge + "/" + uses.slug();
    }
}
