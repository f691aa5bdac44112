package sc.fiji.kmeans.spark;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public final class Main {

	public static void main(final String... arguments) throws IOException {
		try (Machines machines = new Machines()) {
			machines.each(IntStream.range(0, 100).boxed().collect(Collectors.toList()),
				x -> x + System.getProperty("user.dir") + System.getProperty("java.awt.headless"),
				System.out::println);
			System.out.println(
				machines.joined(IntStream.range(0, 100).boxed().collect(Collectors.toList()), x -> {
					int n = 0;
					while (x.hasNext())
						n += x.next();
					return n;
				}, Integer::sum));
		}
	}
}
