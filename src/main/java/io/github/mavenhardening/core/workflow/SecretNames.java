package io.github.mavenhardening.core.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names of secrets and variables say of them. */
public final class SecretNames {

    /** Names by which a secret says that it is an account, an address or a place, which need not be kept. */
    private static final Pattern NO_SECRET = Pattern.compile(
            "(?:.*_)?(?:USER|USERNAME|LOGIN|REGION|ZONE|ACCOUNT|ACCOUNT_ID|URL|URI|HOST|HOSTNAME|BUCKET|BUCKET_NAME|EMAIL|MAIL|PROJECT"
                    + "|PROJECT_ID|CLIENT_ID|TENANT|TENANT_ID|SUBSCRIPTION_ID|ORG|ORGANIZATION|ENDPOINT|APP_ID|KEY_ID|PUBLIC_KEY"
                    + "|NAME|PORT|SERVER|DOMAIN|REGISTRY|REPOSITORY|VERSION|ALIAS|DIR|DIRECTORY|FOLDER|CHANNEL|CHANNEL_ID|GROUP_ID|TEAM_ID)");

    /** Services of continuous integration, by how the secrets are named that their own documentation asks for. */
    private static final Pattern OF_CI = Pattern.compile("(?:CODECOV|COVERALLS|SONAR|SONARCLOUD|SONARQUBE|SNYK|CODACY"
            + "|FOSSA|DEVELOCITY|GRADLE_ENTERPRISE|NVD|SLACK|DISCORD|TEST)_?[A-Z0-9_]{0,60}");

    private static final Pattern FOR_TESTS = Pattern.compile("(?:TEST|TESTING|E2E|SANDBOX)_[A-Z0-9_]{1,60}");

    /** Names of secrets with which a model's maker is paid; a robot of that name has rights of its own. */
    private static final Pattern FOR_MODEL = Pattern.compile(
            "(?!.*(?:PRIVATE_KEY|ROBOT|GITHUB_PAT))(?:.*_)?(?:ANTHROPIC|CLAUDE|OPENAI|CODEX|GEMINI|GOOGLE_API|COPILOT|QWEN|WARP|CURSOR|OPENROUTER|AMP_API|AUGMENT"
                    + "|DEEPSEEK|FACTORY_API|GROQ|JULES|KIMI|KIRO|LLM|MISTRAL|MOONSHOT|OPENCODE|QODER|XAI|ZHIPU)(?:_.*)?");

    private static final Pattern HUMP = Pattern.compile("([a-z])([A-Z])");

    private static final Set<String> PRODUCTION = Set.of("PROD", "PRODUCTION", "PRD", "LIVE");
    private static final Set<String> TESTS = Set.of(
            "TEST",
            "TESTING",
            "TESTS",
            "STAGING",
            "STAGE",
            "STG",
            "DEV",
            "DEVELOP",
            "DEVELOPMENT",
            "QA",
            "UAT",
            "SANDBOX",
            "E2E",
            "CI",
            "PREVIEW",
            "PREPROD",
            "NONPROD",
            "NONPRODUCTION");

    private static final Set<String> CREDENTIALS = Set.of(
            "TOKEN",
            "KEY",
            "PASSWORD",
            "PASSWD",
            "PASS",
            "PWD",
            "PASSPHRASE",
            "SECRET",
            "SECRETS",
            "ROLE",
            "CREDENTIAL",
            "CREDENTIALS",
            "CREDS",
            "KUBECONFIG",
            "PAT",
            "CERT",
            "CERTIFICATE",
            "KEYSTORE",
            "DSN",
            "TFVARS");
    /** Whose addresses have the password in them. */
    private static final Set<String> STORES =
            Set.of("DATABASE", "DB", "POSTGRES", "POSTGRESQL", "MYSQL", "MONGO", "MONGODB", "REDIS");

    private static final Set<String> ADDRESSES = Set.of("URL", "URI", "CONNECTION", "STRING");
    /** What only tells somebody something. */
    private static final Set<String> TELLING = Set.of("WEBHOOK", "SLACK", "DISCORD", "TEAMS", "SENTRY", "NOTIFY");

    /** The stage that a name says. */
    public enum Stage {
        /** What users meet. */
        PRODUCTION,
        /** What is tried before. */
        TESTS
    }

    /**
     * A credential for a stage.
     *
     * @param stage the stage
     * @param what the name without it, in upper case: the same for all stages of one thing
     */
    public record Staged(Stage stage, String what) {}

    private SecretNames() {}

    /** Whether a name in any case says that what goes by it need not be kept. */
    public static boolean isPublic(String name) {
        String upper = upper(name);
        return NO_SECRET.matcher(upper).matches() && !upper.contains("WEBHOOK");
    }

    /** Whether a name in any case is that of a secret of a service of continuous integration: coverage, analysis, chat. */
    public static boolean isOfCi(String name) {
        return OF_CI.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    /** Whether a name in any case says that tests alone need the secret. */
    public static boolean isForTests(String name) {
        return FOR_TESTS.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    /** Whether a name in any case is that of a secret with which a model's maker is paid. */
    public static boolean isForModel(String name) {
        return FOR_MODEL.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    /** Whether a secret that a publishing job has may be what it publishes with, by its name in any case. */
    public static boolean isForRelease(String name) {
        return !name.equals(SecretUse.ANY)
                && !isPublic(name)
                && !isOfCi(name)
                && !isForTests(name)
                && !isForModel(name);
    }

    /** The stage for which something is a credential, by its name; empty where that says no stage, two, or no credential. */
    public static Optional<Staged> staged(String name) {
        List<String> rest = new ArrayList<>();
        Optional<Stage> stage = Optional.empty();
        for (String word : upper(name).split("[^A-Z0-9]+", -1)) {
            Optional<Stage> said = PRODUCTION.contains(word)
                    ? Optional.of(Stage.PRODUCTION)
                    : TESTS.contains(word) ? Optional.of(Stage.TESTS) : Optional.empty();
            if (said.isPresent() && stage.isPresent()) {
                return Optional.empty();
            }
            stage = stage.isPresent() ? stage : said;
            if (said.isEmpty()) {
                rest.add(word);
            }
        }
        return stage.isPresent() && isCredential(rest)
                ? Optional.of(new Staged(stage.get(), String.join("_", rest)))
                : Optional.empty();
    }

    private static boolean isCredential(List<String> words) {
        boolean isStore = false;
        boolean isAddress = false;
        boolean isCredential = false;
        for (String word : words) {
            if (TELLING.contains(word)) {
                return false;
            }
            isStore |= STORES.contains(word);
            isAddress |= ADDRESSES.contains(word);
            isCredential |= CREDENTIALS.contains(word);
        }
        boolean isNamedSo = STORES.contains(words.isEmpty() ? "" : words.get(words.size() - 1));
        return isNamedSo || (isStore && isAddress) || (isCredential && !isPublic(String.join("_", words)));
    }

    private static String upper(String name) {
        return HUMP.matcher(name).replaceAll("$1_$2").toUpperCase(Locale.ROOT);
    }
}
