package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Permissions;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.workflow.release.PublishCommands;
import io.github.mavenhardening.core.workflow.step.StepCommands;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds packages that are published with a credential where the registry takes the workflow's identity instead. */
@AutoService(Check.class)
@CheckInfo(
        id = "use-trusted-publishing",
        title = "A package is published with a credential instead of the workflow's identity",
        severity = Severity.INFO,
        sources = {
            "https://docs.zizmor.sh/audits/#use-trusted-publishing",
            "https://repos.openssf.org/trusted-publishers-for-all-package-repositories"
        })
public final class UseTrustedPublishing implements WorkflowCheck {

    /** The Python registry's addresses, the real one's and that for trying; a registry of one's own knows no identities. */
    private static final Pattern PYTHON_REGISTRY =
            Pattern.compile("https://(?:upload|test)\\.pypi\\.[a-z]{2,10}/legacy/");

    private static final Pattern NODE_REGISTRY = Pattern.compile("https://registry\\.npmjs\\.[a-z]{2,10}/?");

    private static final Pattern RUBY_REGISTRY = Pattern.compile("https://rubygems\\.[a-z]{2,10}");

    @Override
    public void step(Step step, WorkflowContext in) {
        if (step.body() instanceof Step.UsesAction action && isManual(step, action.with())) {
            in.report(finding(action.uses().key().span(), action.uses().text(), in));
        }
        // In a composite action it is the caller's job that has the identity, or has not.
        if (in.job().isPresent() && !allowsIdentity(in.permissions())) {
            for (ShellCommand command : StepCommands.of(step, in)) {
                if (PublishCommands.publishes(command)) {
                    in.report(finding(StepCommands.span(step, command), command.path(), in));
                }
            }
        }
    }

    private static boolean allowsIdentity(Optional<Permissions> permissions) {
        return permissions.isPresent() && permissions.get().allowsWrite("id-token");
    }

    private Finding.Builder finding(Span span, String what, WorkflowContext in) {
        return at(in.at(span))
                .message("'" + what + "' publishes with a long-lived credential")
                .remedy(
                        "Register the workflow as a trusted publisher, grant 'id-token: write', and remove the credential")
                .subject(what);
    }

    /** Whether an action that could publish by identity is handed a credential. */
    private static boolean isManual(Step step, NamedValues with) {
        if (step.usesAction("pypa/gh-action-pypi-publish")) {
            Optional<YamlScalar> url = with.scalar("repository-url").or(() -> with.scalar("repository_url"));
            return isGiven(with, "password")
                    && url.filter(address -> isElsewhere(address, PYTHON_REGISTRY))
                            .isEmpty();
        }
        if (step.usesAction("rubygems/release-gem")) {
            return with.text("setup-trusted-publisher")
                    .filter(text -> !text.equalsIgnoreCase("true"))
                    .isPresent();
        }
        if (step.usesAction("actions/setup-node")) {
            return with.text("always-auth")
                            .filter(text -> !text.equals("false"))
                            .isPresent()
                    && with.scalar("registry-url")
                            .filter(address -> isElsewhere(address, NODE_REGISTRY))
                            .isEmpty();
        }
        return step.usesAction("rubygems/configure-rubygems-credentials")
                && isGiven(with, "api-token")
                && with.scalar("gem-server")
                        .filter(server -> isElsewhere(server, RUBY_REGISTRY))
                        .isEmpty();
    }

    /** Whether an address is another than a registry's; an expression can be any, but for one that is always the same. */
    private static boolean isElsewhere(YamlScalar address, Pattern registry) {
        List<Fence> fences = Fence.of(address);
        Optional<String> text = !fences.isEmpty() && fences.get(0).isWhole()
                ? fences.get(0).expression().flatMap(Expression::constant).map(Value::text)
                : Optional.of(address.value());
        return text.filter(known -> !registry.matcher(known).matches()).isPresent();
    }

    private static boolean isGiven(NamedValues with, String input) {
        return with.text(input).filter(text -> !text.isEmpty()).isPresent();
    }
}
