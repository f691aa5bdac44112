#!/bin/bash
# Tries what `mvn -Prelease package` made: the zip and the single jar, each in an ImageJ of its own with
# real windows, by the macro of the page on the first segmentation and by the command line. Both give the same files to the byte, and
# the checksums are those of the two files, or it fails.
#   src/build/try-release.sh [JAVA]
# Run from the project's root, with Xvfb. JAVA, the program that starts Java, may be a Java 8.
set -eu
java=${1:-java}
home=$(mktemp -d)
xvfb=
trap 'kill $xvfb 2>/dev/null || true; rm -rf "$home"' EXIT
mvn -q -ntp dependency:copy-dependencies -DincludeScope=compile -DoutputDirectory="$home/lib"
ij=$(ls "$home"/lib/ij-1*.jar)
zip=$(ls target/KMeans_Segmentation-*-fiji.zip)
jar=$(ls target/KMeans_Segmentation-*-imagej.jar)
(cd target && sha256sum -c "$(basename "$zip").sha256" "$(basename "$jar").sha256")
line=$(grep '^run("K-Means Segmentation' src/site/markdown/first.md)
Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3>"$home/display" >/dev/null 2>&1 & xvfb=$!
until [ -s "$home/display" ]; do sleep 0.1; done
export DISPLAY=:$(cat "$home/display")

mkdir -p "$home/fiji" "$home/imagej/plugins"
unzip -q "$zip" -d "$home/fiji"
image="$home/fiji/docs/KMeans_Segmentation/sample-data/ihc.png"
cp "$jar" "$home/imagej/plugins/"

# The command from the menu, in a real ImageJ that is ended then.
segment() {
	cat > "$home/macro.ijm" <<-END
		open("$image");
		$line
		if (getResultString("Name", 0) != "brown") exit("no names");
		print(getResultString("Name", nResults - 1) + ": " + getResult("Percent", nResults - 1) + " %");
		selectWindow("ihc-labels");
		saveAs("PNG", "$home/$1.png");
		File.saveString(getInfo("log"), "$home/$1.log");
	END
	"$java" -Dplugins.dir="$2" -cp "$ij:$3" ij.ImageJ -macro "$home/macro.ijm" & app=$!
	for _ in $(seq 600); do
		[ -s "$home/$1.log" ] && break
		sleep 0.1
	done
	kill $app
	cat "$home/$1.log"
}
segment fiji "$home/fiji" "$(echo "$home"/fiji/jars/*.jar | tr ' ' ':')"
segment imagej "$home/imagej" ""

command_line() {
	"$java" -cp "$ij:$2" sc.fiji.kmeans.cli.Main "$image" --output "$home/$1" >/dev/null
}
command_line of-fiji "$(echo "$home"/fiji/*/*.jar | tr ' ' ':')"
command_line of-imagej "$home/imagej/plugins/$(basename "$jar")"

cmp "$home/fiji.png" "$home/imagej.png"
diff -r "$home/of-fiji" "$home/of-imagej"
echo "$("$java" -version 2>&1 | head -1): the zip and the single jar give the same labels"
