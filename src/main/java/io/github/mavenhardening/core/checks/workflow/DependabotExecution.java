package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.DependabotConfig;
import io.github.mavenhardening.core.workflow.DependabotConfig.Setting;
import io.github.mavenhardening.core.yaml.YamlEdits;
import java.util.Optional;

/** Finds Dependabot updates that run the code of the packages they update. */
@AutoService(Check.class)
@CheckInfo(
        id = "dependabot-execution",
        title = "Dependabot runs the code of the packages that it updates",
        severity = Severity.HIGH,
        sources = {
            "https://docs.zizmor.sh/audits/#dependabot-execution",
            "https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference#insecure-external-code-execution--"
        })
public final class DependabotExecution implements WorkflowCheck {

    @Override
    public void dependabot(DependabotConfig config, WorkflowContext in) {
        for (DependabotConfig.Update update : config.updates()) {
            Optional<Setting> setting = update.externalCode();
            if (setting.isPresent() && setting.get().text().equals("allow")) {
                Finding.Builder finding = at(in.at(setting.get().span()));
                YamlEdits.replace(setting.get().value(), "deny")
                        .ifPresent(edit -> finding.fix(Fix.of("Deny it", false, edit)));
                in.report(finding.related(in.at(update.ecosystem().span()).labelled("of this ecosystem"))
                        .message("Dependabot runs the code of new releases of '"
                                + update.ecosystem().text()
                                + "' packages, with access to private registries")
                        .remedy("Set 'insecure-external-code-execution: deny', or remove the key")
                        .subject(update.ecosystem().text()));
            }
        }
    }
}
