package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.yaml.YamlComment;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds commit pins of which neither people nor bots can tell the version. */
@AutoService(Check.class)
@CheckInfo(
        id = "pin-without-version-comment",
        title = "A pinned commit has no comment that names its version",
        severity = Severity.LOW,
        persona = Persona.PEDANTIC,
        sources = {
            "https://docs.github.com/en/code-security/how-tos/secure-your-supply-chain/secure-your-dependencies/auto-update-actions",
            "https://docs.renovatebot.com/modules/manager/github-actions/"
        })
public final class PinWithoutVersionComment implements WorkflowCheck {

    /** A version anywhere, {@code v4}, {@code tag=v4.1}, or a comment that is nothing but a name: {@code main}. */
    private static final Pattern VERSION =
            Pattern.compile("(?:^|[\\s=@/:(])v?\\d{1,9}(?:\\.\\d{1,9}){0,3}|^[\\w./-]{1,100}(?:@[\\w./-]{1,100})?$");

    private static final Pattern MARK = Pattern.compile("^#+");
    private static final Pattern DIRECTIVE = Pattern.compile("(?:zizmor|hardening):\\s*ignore\\[[^\\]]{0,500}\\]");

    @Override
    public void uses(UsesReference reference, WorkflowContext in) {
        if (isPinned(reference.repository()) && !isCommented(reference, in)) {
            in.report(at(in.at(reference.span()))
                    .message(
                            "'" + reference.text() + "' is pinned to a commit without a comment that names its version")
                    .remedy(
                            "Add the version as a comment after the SHA: '# v1.2.3'; update bots then keep both up to date")
                    .subject(reference.text()));
        }
    }

    private static boolean isPinned(Optional<Uses.Repository> uses) {
        return uses.isPresent()
                && uses.get().ref().isPresent()
                && uses.get().ref().get().isCommit();
    }

    private static boolean isCommented(UsesReference reference, WorkflowContext in) {
        Optional<YamlComment> comment =
                in.definition().orElseThrow().commentOn(reference.span().endLine());
        return comment.isPresent() && namesVersion(comment.get());
    }

    private static boolean namesVersion(YamlComment comment) {
        String text = DIRECTIVE
                .matcher(MARK.matcher(comment.text()).replaceFirst(""))
                .replaceAll("")
                .strip();
        return VERSION.matcher(text).find();
    }
}
