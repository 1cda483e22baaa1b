package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.fix.EncryptedUrl;
import io.github.mavenhardening.core.workflow.PreCommitConfig;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Set;

/** Finds pre-commit hooks that are fetched over unprotected connections. */
@AutoService(Check.class)
@CheckInfo(
        id = "insecure-url-scheme",
        title = "A hook's repository is fetched over an unprotected connection",
        severity = Severity.HIGH,
        sources = {
            "https://docs.zizmor.sh/audits/#insecure-url-scheme",
            "https://git-scm.com/book/en/v2/Git-on-the-Server-The-Protocols"
        })
public final class InsecureUrlScheme implements WorkflowCheck {

    private static final Set<String> UNPROTECTED = Set.of("http", "git");

    @Override
    public void preCommit(PreCommitConfig config, WorkflowContext in) {
        for (PreCommitConfig.HookRepository hooks : config.repositories()) {
            hooks.scheme()
                    .filter(UNPROTECTED::contains)
                    .ifPresent(scheme -> in.report(finding(hooks.repo(), in)
                            .message("'" + hooks.repo().value() + "' is fetched over '" + scheme
                                    + "', so anyone on the network path can change the hooks")
                            .remedy("Use 'https'")
                            .subject(hooks.repo().value())));
        }
    }

    private Finding.Builder finding(YamlScalar repository, WorkflowContext in) {
        Finding.Builder finding = at(in.at(repository.span()));
        EncryptedUrl.of(repository).ifPresent(finding::fix);
        return finding;
    }
}
