package io.github.mavenhardening.core.checks.workflow;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.api.WorkflowContext;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Exposure;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Workflow;
import io.github.mavenhardening.core.workflow.secret.ShownSecret;
import io.github.mavenhardening.core.workflow.secret.ShownSecrets;
import java.util.HashSet;
import java.util.Set;

/** Finds secrets that a script prints in a form that is not masked, or writes to a file that a step puts where others read it. */
@AutoService(Check.class)
@CheckInfo(
        id = "secret-exposure",
        title = "A secret is shown in the log or in an artifact",
        severity = Severity.HIGH,
        sources = {
            "https://docs.github.com/en/actions/reference/security/secure-use#use-secrets-for-sensitive-information",
            "https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets",
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#masking-a-value-in-a-log",
            "https://github.com/actions/upload-artifact#uploading-hidden-files"
        })
public final class SecretExposure implements WorkflowCheck {

    @Override
    public void normalJob(NormalJob job, WorkflowContext in) {
        Workflow workflow = in.workflow().orElseThrow();
        ShownSecrets found =
                ShownSecrets.of(job, workflow, in.definitions(), in.run().repository());
        if (!found.isWhole()) {
            in.run()
                    .gap("Not all scripts of the job '" + job.id().value() + "' in '" + workflow.path()
                            + "' are followed for secrets that they show, for they are longer than can be followed");
        }
        Set<Location> reported = new HashSet<>();
        for (ShownSecret shown : found.shown()) {
            if (reported.add(shown.place())) {
                // What is in an action or another workflow is of no one job.
                String subject =
                        shown.place().path().equals(workflow.path()) ? job.id().value() : "";
                in.report(shown.step()
                        .explain(finding(shown).subject(subject + " " + shown.secret() + " " + shown.command())));
            }
        }
    }

    private Finding.Builder finding(ShownSecret shown) {
        String secret = shown.secret().equals(SecretUse.ANY) ? "a secret" : "the secret '" + shown.secret() + "'";
        Finding.Builder finding =
                at(shown.place()).confidence(Confidence.MEDIUM).exposure(Exposure.ANYONE);
        if (shown.upload().isPresent()) {
            Location upload = shown.upload().get();
            return finding.related(upload)
                    .message("'" + shown.command() + "' writes " + secret + " to a file, and a step " + upload.label())
                    .remedy("Write it to a folder below `runner.temp`, or delete the file before that step");
        }
        return switch (shown.form()) {
            case ENCODED ->
                finding.message("'" + shown.command() + "' prints " + secret
                                + " in an encoding that the log does not mask, and from which anyone gets it back")
                        .remedy(
                                "Do not print it; mask what is made of it with `::add-mask::` before anything can print it");
            case POSTED ->
                finding.message("'" + shown.command() + "' puts " + secret
                                + " into a text on the forge, where nothing masks it and others read it")
                        .remedy("Leave it out, and change it where it was posted before");
            case IN_CLEAR ->
                finding.severity(Severity.MEDIUM)
                        .message("'" + shown.command() + "' sends " + secret
                                + " without encryption, so that whoever is on the way reads it")
                        .remedy("Send it to an address that begins with 'https:'");
            case IN_IMAGE ->
                finding.severity(Severity.MEDIUM)
                        .message("'" + shown.command() + "' gives " + secret
                                + " to the build of an image that is pushed as an argument, which the image's history and"
                                + " provenance show")
                        .remedy(
                                "Give it with `--secret` or `secrets:`, and mount it in the one instruction that needs it");
            case PART ->
                finding.severity(Severity.MEDIUM)
                        .message("'" + shown.command() + "' prints a part of " + secret
                                + " or its changed text, which the log does not mask")
                        .remedy(
                                "Do not print it; mask what is made of it with `::add-mask::` before anything can print it");
            case FETCHED ->
                finding.message("'" + shown.command()
                                + "' prints a secret of another store than GitHub's, which the log does" + " not mask")
                        .remedy("Do not print it; mask it with `::add-mask::` before anything can print it");
            case AT_HEAD ->
                finding.severity(Severity.MEDIUM)
                        .message(
                                "'" + shown.command() + "' brings "
                                        + (shown.secret().equals(SecretUse.ANY)
                                                ? secret
                                                : "a part of " + secret + " or its changed text")
                                        + " to where the log shows it, unmasked, before a step runs: its variables, inputs and script")
                        .remedy("Mask it with `::add-mask::` where it is made");
            case WHOLE ->
                finding.severity(Severity.LOW)
                        .persona(Persona.PEDANTIC)
                        .message("'" + shown.command() + "' prints " + secret
                                + ", which nothing but the log's masking keeps from those who read it")
                        .remedy("Do not print it");
        };
    }
}
