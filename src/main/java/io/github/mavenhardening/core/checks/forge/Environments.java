package io.github.mavenhardening.core.checks.forge;

import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The deployment environments of the forge, by names that are compared without regard to case, as GitHub compares them. */
public final class Environments {

    private final ForgeView forge;
    private final SortedMap<String, Environment> all;
    private final Map<String, String> names = new HashMap<>();
    /** Worked out when first asked for. */
    private Optional<Set<String>> secretsOfAll;

    private Environments(ForgeView forge, SortedMap<String, Environment> all) {
        this.forge = forge;
        this.all = all;
        for (String name : all.keySet()) {
            names.put(name.toLowerCase(Locale.ROOT), name);
        }
    }

    /** Those of the snapshot; empty, with a gap, where they are unknown. */
    public static Optional<Environments> of(ForgeView forge) {
        Optional<SortedMap<String, Environment>> known =
                forge.value("'environments'", forge.settings().environments());
        return known.isPresent() ? Optional.of(new Environments(forge, known.get())) : Optional.empty();
    }

    /** By their own names. */
    public SortedMap<String, Environment> all() {
        return all;
    }

    /** The environment's own name; empty where there is none of that name. */
    public Optional<String> name(String name) {
        return Optional.ofNullable(names.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The secrets of an environment; empty, with a gap, where they are unknown. */
    public Optional<SortedMap<String, LocalDate>> secrets(String ownName) {
        return forge.value(
                "'secrets' of the environment '" + ownName + "'",
                all.get(ownName).secrets());
    }

    /** Whether the environment of that name has the secret, which one that does not exist has not; empty where that is not known. */
    public Optional<Boolean> has(String name, String secret) {
        Optional<String> ownName = name(name);
        if (ownName.isEmpty()) {
            return Optional.of(false);
        }
        Optional<SortedMap<String, LocalDate>> known = secrets(ownName.get());
        return known.isPresent() ? Optional.of(known.get().containsKey(secret)) : Optional.empty();
    }

    /** The names of all environments' secrets; empty, with gaps, where some are unknown. */
    public Optional<Set<String>> secretsOfAll() {
        if (secretsOfAll == null) {
            secretsOfAll = collectSecrets();
        }
        return secretsOfAll;
    }

    private Optional<Set<String>> collectSecrets() {
        Set<String> secrets = new HashSet<>();
        boolean known = true;
        for (String name : all.keySet()) {
            Optional<SortedMap<String, LocalDate>> own = secrets(name);
            if (own.isPresent()) {
                secrets.addAll(own.get().keySet());
            }
            known &= own.isPresent();
        }
        return known ? Optional.of(secrets) : Optional.empty();
    }
}
