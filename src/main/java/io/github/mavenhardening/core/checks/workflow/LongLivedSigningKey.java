package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.YamlNodes;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.step.StepCommands;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds releases that are signed with a key that lives on as a secret, and signs whatever its thief wants. */
@AutoService(Check.class)
@CheckInfo(
        id = "long-lived-signing-key",
        title = "A release is signed with a key that is stored as a secret",
        severity = Severity.LOW,
        persona = Persona.PEDANTIC,
        sources = {
            "https://docs.sigstore.dev/cosign/signing/overview/",
            "https://maven.apache.org/plugins/maven-gpg-plugin/usage.html"
        })
public final class LongLivedSigningKey implements WorkflowCheck {

    private static final Set<String> COSIGN_SIGNING = Set.of("sign", "sign-blob", "attest", "attest-blob");
    /** Keys that never leave their keeper. */
    private static final Pattern KEPT_KEY =
            Pattern.compile("(awskms|gcpkms|azurekms|hashivault|k8s|pkcs11|openbao)://?.*|sk");

    private static final Pattern KEY_SECRET = Pattern.compile(
            "secrets\\.[a-z0-9_]{0,60}(?:(?:gpg|pgp)_?(?:private_?|secret_?|signing_?)?key(?!name|id|_id|_name)|(?:private|secret|signing)_key_?(?:gpg|pgp))[a-z0-9_]{0,30}");

    @Override
    public void step(Step step, WorkflowContext in) {
        if (in.workflow().isEmpty()) {
            return;
        }
        boolean signs =
                step.run().isPresent() && step.run().get().script().value().contains("cosign");
        if (signs && in.normalJob().isPresent()) {
            cosign(step, in);
        }
        Optional<YamlScalar> gpg = gpg(step);
        if (gpg.isPresent()) {
            in.report(gpg(in.at(gpg.get().span())).subject(gpg.get().value()));
        }
    }

    private void cosign(Step step, WorkflowContext in) {
        for (ShellCommand command : StepCommands.of(step, in)) {
            if (signsByKey(command)) {
                in.report(cosign(in.at(StepCommands.span(step, command))));
            }
        }
    }

    private Finding.Builder gpg(Location place) {
        return at(place)
                .severity(Severity.INFO)
                .persona(Persona.AUDITOR)
                .message(
                        "A private OpenPGP key is stored as a secret, and whoever steals it can sign releases until it expires")
                .remedy(
                        "Keep the key in the release job's environment, as Maven Central requires such a signature, let it"
                                + " expire, and sign with Sigstore as well");
    }

    private Finding.Builder cosign(Location place) {
        return at(place)
                .message("`cosign` signs with a stored key, although it can use a certificate for this run")
                .remedy(
                        "Remove '--key', and grant the job 'id-token: write': cosign then signs with an identity that is valid for"
                                + " minutes")
                .subject("cosign --key");
    }

    private static boolean signsByKey(ShellCommand command) {
        if (!command.name().equals("cosign") || !COSIGN_SIGNING.contains(command.operand(0))) {
            return false;
        }
        Optional<String> key = command.value("--key");
        return key.isPresent() && !KEPT_KEY.matcher(key.get()).matches();
    }

    /** The value by which a step gets an OpenPGP key. */
    private static Optional<YamlScalar> gpg(Step step) {
        for (YamlScalar scalar : YamlNodes.scalars(step.mapping())) {
            if (scalar.value().contains("${{") && scalar.lower().contains("secrets") && readsKey(scalar)) {
                return Optional.of(scalar);
            }
        }
        return Optional.empty();
    }

    private static boolean readsKey(YamlScalar scalar) {
        for (Fence fence : Fence.of(scalar)) {
            for (ContextPath path : fence.reads()) {
                if (KEY_SECRET.matcher(path.toString()).matches()) {
                    return true;
                }
            }
        }
        return false;
    }
}
