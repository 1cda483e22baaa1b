package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import io.github.mavenhardening.core.workflow.Definitions;
import io.github.mavenhardening.core.workflow.SecretCensus;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Finds secrets that no workflow reads: whoever gets hold of a run gets them all the same. */
@AutoService(Check.class)
@CheckInfo(
        id = "unused-secret",
        title = "No workflow reads a secret that exists",
        severity = Severity.LOW,
        sources = {
            "https://docs.github.com/en/actions/reference/security/secure-use#use-secrets-for-sensitive-information"
        })
public final class UnusedSecret implements WorkflowCheck {

    @Override
    public void repository(Definitions definitions, WorkflowContext in) {
        Optional<ForgeView> found = ForgeView.ofGitHub(this, in.run());
        if (found.isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        SecretCensus census = SecretCensus.of(definitions);
        if (census.open().isPresent()) {
            forge.gap("which secrets are used is not known: " + census.open().get());
            return;
        }
        Optional<SortedMap<String, LocalDate>> ofRepository =
                forge.value("'secrets'", forge.settings().secrets());
        if (ofRepository.isPresent()) {
            look(ofRepository.get(), "repository", census, forge, in, "secrets");
        }
        Optional<SortedMap<String, Environment>> environments =
                forge.value("'environments'", forge.settings().environments());
        if (environments.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Environment> entry : environments.get().entrySet()) {
            String owner = "environment '" + entry.getKey() + "'";
            Optional<SortedMap<String, LocalDate>> secrets =
                    forge.value("'secrets' of the " + owner, entry.getValue().secrets());
            if (secrets.isPresent()) {
                look(secrets.get(), owner, census, forge, in, "environments", entry.getKey(), "secrets");
            }
        }
    }

    private void look(
            SortedMap<String, LocalDate> secrets,
            String owner,
            SecretCensus census,
            ForgeView forge,
            WorkflowContext in,
            String... way) {
        for (String name : secrets.keySet()) {
            if (!census.names().contains(name)) {
                String[] names = Arrays.copyOf(way, way.length + 1);
                names[way.length] = name;
                Location place = forge.at(names);
                in.report(at(place)
                        .message("No workflow of this branch reads the secret '" + name + "' of the " + owner)
                        .remedy("Delete the secret, and revoke the credential")
                        .subject(owner + " " + name));
            }
        }
    }
}
