package io.github.mavenhardening.core.pin;

/** Hears how far questions to other hosts are; from several threads, one at a time. */
@FunctionalInterface
public interface PinProgress {

    /**
     * One more was answered, or not.
     *
     * @param what the things asked for, in the plural: {@code repositories}
     */
    void answered(String what, int answered, int all);
}
