package io.github.mavenhardening.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That no input costs more than its size. How long the longest inputs are is set by {@code -Dhardening.test.input}, in bytes, a
 * few megabytes by the profile {@code fuzz}.
 */
@Tag("long")
class GrowthOfReadersTest {

    private static final int SIZE = Integer.getInteger("hardening.test.input", 0);

    private static Stream<Arguments> inputs() {
        List<Arguments> inputs = new ArrayList<>();
        for (HostileReader reader : HostileReader.values()) {
            for (Shape shape : reader.shapes()) {
                inputs.add(Arguments.of(reader, shape));
            }
        }
        return inputs.stream();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("inputs")
    void costGrowsWithTheSize(HostileReader reader, Shape shape) {
        Growth.assertWithSize(reader.folder(), reader, shape, Math.max(SIZE, reader.size()));
    }
}
