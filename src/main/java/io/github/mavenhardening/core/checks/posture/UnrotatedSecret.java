package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A secret that was not changed for so long that nobody knows who has seen it. */
@AutoService(Check.class)
@CheckInfo(
        id = "unrotated-secret",
        title = "A secret was not changed for a year",
        severity = Severity.LOW,
        options = UnrotatedSecret.Age.class,
        sources = {
            "https://docs.github.com/en/actions/reference/security/secure-use#use-secrets-for-sensitive-information"
        })
public final class UnrotatedSecret implements PostureCheck {

    record Age(
            @Option(value = "How long a secret may stay as it is", otherwise = "P1Y")
            Period maxAge) {}

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> found = ForgeView.ofGitHub(this, in);
        if (found.isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        Optional<SortedMap<String, LocalDate>> ofRepository =
                forge.value("'secrets'", forge.settings().secrets());
        if (ofRepository.isPresent()) {
            for (Map.Entry<String, LocalDate> secret : ofRepository.get().entrySet()) {
                look(secret, "of the repository", forge.at("secrets", secret.getKey()), in);
            }
        }
        Optional<SortedMap<String, Environment>> environments =
                forge.value("'environments'", forge.settings().environments());
        if (environments.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Environment> environment : environments.get().entrySet()) {
            String name = environment.getKey();
            Optional<SortedMap<String, LocalDate>> secrets = forge.value(
                    "'secrets' of the environment '" + name + "'",
                    environment.getValue().secrets());
            if (secrets.isPresent()) {
                for (Map.Entry<String, LocalDate> secret : secrets.get().entrySet()) {
                    Location place = forge.at("environments", name, "secrets", secret.getKey());
                    look(secret, "of the environment '" + name + "'", place, in);
                }
            }
        }
    }

    private void look(Map.Entry<String, LocalDate> secret, String owner, Location place, CheckContext in) {
        LocalDate last = secret.getValue().plus(in.options(Age.class).maxAge());
        if (in.today().isAfter(last)) {
            in.report(at(place)
                    .message("The secret '" + secret.getKey() + "' " + owner + " was last changed on "
                            + secret.getValue())
                    .remedy("Replace the credential and the secret, or delete it; better, use one that is short-lived")
                    .subject(owner + " " + secret.getKey()));
        }
    }
}
