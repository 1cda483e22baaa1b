package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClassConstantsTest {

    /** A class with constants of many kinds: a long and a double take two places. */
    @SuppressWarnings("unused")
    static final class Sample {
        static final String VERSION = "1.28.0";
        static final long LONG = 0x0123_4567_89AB_CDEFL;
        static final double DOUBLE = 2.5;

        static String behind(int number) {
            Runnable method = () -> System.out.println(LONG + DOUBLE + number + "4.0.0");
            method.run();
            return number + " behind";
        }
    }

    private static byte[] sample() throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream("ClassConstantsTest$Sample.class")) {
            return in.readAllBytes();
        }
    }

    @Test
    void readsTextsAmongAllOtherConstants() throws IOException {
        assertThat(ClassConstants.of(sample())).contains("1.28.0", "behind", "VERSION", "Sample");
    }

    @Test
    void refusesWhatIsNoClass() throws IOException {
        assertThatThrownBy(() -> ClassConstants.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not a class");
        byte[] unknown = sample();
        unknown[10] = 99;
        assertThatThrownBy(() -> ClassConstants.of(unknown)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ClassConstants.of(Arrays.copyOf(sample(), 60)))
                .isInstanceOf(IOException.class)
                .hasMessage("its constants are damaged");
    }
}
