#!/bin/bash
# Segments images on a cluster of this machine alone, a Master and two Workers, kills one Worker in
# mid-run, and compares the results with those of the command line:
#
#   bash src/spark/trial.sh sample-data --clusters 4
#
# Spark comes from Maven; nobody has to install it. The Worker dies when KILL_AFTER images are done, 1
# by default; with 0, none does. SUBMIT is given to spark-submit, such as
#
#   SUBMIT="--conf spark.speculation=true" bash src/spark/trial.sh sample-data
set -eu
cd "$(dirname "$0")/../.."
host=127.0.0.1
port=${PORT:-7177}
kill_after=${KILL_AFTER:-1}
work=$(mktemp -d)
export SPARK_HOME=$work/spark SPARK_LOCAL_IP=$host SPARK_LOCAL_DIRS=$work/local SPARK_SCALA_VERSION=2.13
started=()

stop() {
	for process in "${started[@]}"; do kill_with_children "$process"; done
	rm -rf "$work"
}
trap stop EXIT

kill_with_children() {
	pkill -9 -P "$1" || true
	kill -9 "$1" 2>/dev/null || true
}

# As in Spark's own distribution: its jars in a folder, and none that are ours.
install_spark() {
	mvn -q -ntp -Pspark package -DskipTests
	mvn -q -ntp -Pspark dependency:build-classpath -DincludeScope=compile -Dmdep.outputFile="$work/jars"
	mkdir -p "$SPARK_HOME/jars"
	for jar in $(tr : '\n' <"$work/jars"); do
		[ -e "target/spark/lib/$(basename "$jar")" ] || ln -s "$jar" "$SPARK_HOME/jars/"
	done
}

# What bin/spark-class of the distribution does: Spark's launcher tells the command behind an empty line,
# each word followed by a zero, and at the end its own exit code.
spark() {
	local command=() word
	{
		IFS= read -r word
		while IFS= read -r -d '' word; do command+=("$word"); done
	} < <(
		java -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main "org.apache.spark.deploy.$@"
		printf '%d\0' $?
	)
	[ "${command[-1]}" = 0 ] || exit 1
	exec "${command[@]:0:${#command[@]}-1}"
}

# What bin/spark-submit of the distribution does.
spark-submit() {
	(spark SparkSubmit "$@")
}

start() {
	spark "$@" >>"$work/log" 2>&1 &
	started+=($!)
}

wait_for() {
	for _ in $(seq 6000); do
		"$@" && return
		sleep 0.1
	done
	echo "waited too long for: $*" >&2
	cat "$work/log" >&2
	exit 1
}

answers() {
	(exec 3<>"/dev/tcp/$host/$port") 2>/dev/null
}

workers_are_there() {
	# One may register twice, and has one address.
	[ "$(grep -o 'Registering worker [^ ]*' "$work/log" | sort -u | wc -l)" -eq 2 ]
}

images_done() {
	find "$work/cluster" -name '*-clusters.csv' 2>/dev/null | wc -l
}

enough_are_done() {
	[ "$(images_done)" -ge "$kill_after" ]
}

start_cluster() {
	start master.Master --host $host --port "$port" --webui-port 0
	wait_for answers
	for worker in 1 2; do
		start worker.Worker --host $host --webui-port 0 --cores 1 --memory 1g \
			--work-dir "$work/worker-$worker" "spark://$host:$port"
	done
	wait_for workers_are_there
}

submit() {
	# Words of their own.
	# shellcheck disable=SC2086
	spark-submit --master "spark://$host:$port" ${SUBMIT:-} \
		--jars "$(ls target/spark/lib/*.jar | paste -sd,)" \
		target/spark/kmeans-spark.jar "$@"
}

install_spark
start_cluster
submit "$@" --output "$work/cluster" &
run=$!
if [ "$kill_after" -gt 0 ]; then
	wait_for enough_are_done
	kill_with_children "${started[2]}"
	echo "killed one of two Workers after $(images_done) images"
fi
wait $run || echo "exit code $?"
mvn -q -ntp compile exec:java -Dexec.args="$* --output $work/alone" >/dev/null || true
diff -r "$work/alone" "$work/cluster" && echo "the results are those of the command line, byte for byte"
