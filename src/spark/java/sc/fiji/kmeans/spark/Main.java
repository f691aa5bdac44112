package sc.fiji.kmeans.spark;

import java.io.IOException;
import java.util.Arrays;

public final class Main {

	public static void main(final String... arguments) throws IOException {
		try (Machines machines = new Machines()) {
			System.out.println(machines.spark()
				.parallelize(Arrays.asList(1, 2, 3), machines.parts(3))
				.map(x -> System.getProperty("user.dir") + System.getProperty("java.awt.headless"))
				.collect());
		}
	}
}
