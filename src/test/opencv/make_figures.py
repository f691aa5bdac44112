"""Writes reference figures of OpenCV's k-means for the tests.

Run from the project's root, with Debian's python3-opencv:

    /usr/bin/python3 src/test/opencv/make_figures.py

It reads sample-data/ and writes src/test/resources/opencv-kmeans.txt, whose
head explains the format.
"""
import cv2
import numpy as np

FIGURES = "src/test/resources/opencv-kmeans.txt"
CROPS = [
    ("coffee.png", 10, 20, 200, 200),
    ("coffee.png", 250, 90, 240, 180),
    ("ihc.png", 0, 0, 200, 200),
    ("ihc.png", 230, 260, 200, 240),
]
RANDOM_IMAGES = [  # width, height, seed, mask
    (200, 150, 1, 0xFF),
    (97, 61, 2, 0xFF),
    (16, 12, 3, 0xFF),
    (160, 120, 4, 0xC0),
]
CLUSTERS = [2, 3, 5, 8]
ITERATIONS = [2, 3, 5, 10]
SEEDINGS = {"random": cv2.KMEANS_RANDOM_CENTERS, "plusplus": cv2.KMEANS_PP_CENTERS}
HEAD = f"""\
# Reference figures of cv2.kmeans, OpenCV {cv2.__version__}.
# Written by src/test/opencv/make_figures.py; do not edit.
#
# A line is a kind, then key=value fields, separated by blanks. Images:
#   image=FILE crop=X,Y,WIDTH,HEIGHT  part of a picture in sample-data/
#   image=lcg size=WIDTHxHEIGHT seed=S mask=M
#       state = S; then for every pixel, row by row, for red, green, blue:
#       state = (state * 1103515245 + 12345) mod 2^31
#       value = (state >> 16) & 255 & M
# Colours are red,green,blue, 0 to 255; pixel i is row by row.
# centres=R,G,B;R,G,B;... in OpenCV's order, float32.
#
# trajectory: one attempt from the initial labels i % k, epsilon 0. The centres
#   after that many mean updates (iterations), the first from the initial labels;
#   fewer if the centres stood still before. An empty cluster takes the pixel that
#   is farthest from the mean of the largest cluster (the last such pixel).
# best: the best of 10 attempts, RNG seed 1, at most 100 iterations, epsilon 0.2.
#   seeding: random (KMEANS_RANDOM_CENTERS) or plusplus (KMEANS_PP_CENTERS).
#   compactness: the sum of squared distances of the pixels to these centres, with
#   the labels from before the last mean update.
"""


def crop_images():
    for name, x, y, width, height in CROPS:
        picture = cv2.imread(f"sample-data/{name}", cv2.IMREAD_COLOR)
        rgb = picture[y : y + height, x : x + width, ::-1]
        yield f"image={name} crop={x},{y},{width},{height}", samples(rgb)


def lcg_images():
    for width, height, seed, mask in RANDOM_IMAGES:
        values = list(lcg(seed, mask, 3 * width * height))
        yield f"image=lcg size={width}x{height} seed={seed} mask={mask}", samples(values)


def lcg(state, mask, count):
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        yield (state >> 16) & 255 & mask


def samples(values):
    return np.array(values, np.float32).reshape(-1, 3)


def trajectory(pixels, k, iterations):
    labels = np.arange(len(pixels), dtype=np.int32) % k
    criteria = (cv2.TERM_CRITERIA_MAX_ITER | cv2.TERM_CRITERIA_EPS, iterations, 0.0)
    flags = cv2.KMEANS_USE_INITIAL_LABELS
    return cv2.kmeans(pixels, k, labels, criteria, 1, flags)[2]


def best(pixels, k, flags):
    cv2.setRNGSeed(1)
    criteria = (cv2.TERM_CRITERIA_MAX_ITER | cv2.TERM_CRITERIA_EPS, 100, 0.2)
    compactness, _, centres = cv2.kmeans(pixels, k, None, criteria, 10, flags)
    return compactness, centres


def text(centres):
    return ";".join(",".join(str(value) for value in centre) for centre in centres)


def records(image, pixels):
    for k in CLUSTERS:
        for iterations in ITERATIONS:
            centres = trajectory(pixels, k, iterations)
            yield f"trajectory {image} k={k} iterations={iterations} centres={text(centres)}"
        for name, flags in SEEDINGS.items():
            compactness, centres = best(pixels, k, flags)
            yield f"best {image} k={k} seeding={name} compactness={compactness} centres={text(centres)}"


def main():
    cv2.setNumThreads(1)
    with open(FIGURES, "w", encoding="ascii", newline="\n") as file:
        file.write(HEAD)
        for image, pixels in (*crop_images(), *lcg_images()):
            file.writelines(line + "\n" for line in records(image, pixels))


if __name__ == "__main__":
    main()
