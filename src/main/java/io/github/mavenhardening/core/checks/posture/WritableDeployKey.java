package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.ForgeSnapshot.DeployKey;
import java.util.List;
import java.util.Optional;

/** A key that belongs to nobody and may push. */
@AutoService(Check.class)
@CheckInfo(
        id = "writable-deploy-key",
        title = "A deploy key may push to the repository",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/authentication/connecting-to-github-with-ssh/managing-deploy-keys#deploy-keys",
            "https://docs.gitlab.com/user/project/deploy_keys/"
        })
public final class WritableDeployKey implements PostureCheck {

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> forge = ForgeView.of(this, in);
        if (forge.isEmpty()) {
            return;
        }
        Optional<List<DeployKey>> keys =
                forge.get().value("'deployKeys'", forge.get().settings().deployKeys());
        if (keys.isEmpty()) {
            return;
        }
        for (DeployKey key : keys.get()) {
            if (!key.readOnly()) {
                in.report(at(forge.get().at("deployKeys"))
                        .message("The deploy key '" + key.title()
                                + "' may push: whoever has it changes the repository in nobody's name")
                        .remedy("Replace it with a key that only reads, or with an app whose tokens are short-lived")
                        .subject(key.title()));
            }
        }
    }
}
