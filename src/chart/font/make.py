"""Makes src/chart/font/charts.otf: the signs that charts need, cut out of Noto Sans CJK SC Regular (SIL Open Font License 1.1).

Needs: Debian packages fonts-noto-cjk, python3-fonttools. Run from the root of the repository:

    /usr/bin/python3 src/chart/font/make.py

Signs: Latin, Greek letters of units, punctuation, level 1 of GB 2312 (the 3755 most frequent characters), and every sign of
the texts, dialogs and tables that come with the program.
"""
import pathlib
from fontTools import subset

SOURCE = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
TARGET = "src/chart/font/charts.otf"

signs = set(map(chr, range(0x20, 0x7F))) | set(map(chr, range(0xA0, 0x100))) | set("āēīōūǖǎěǐǒǔǚĀ")
for high in range(0xB0, 0xD8):
    for low in range(0xA1, 0xFF):
        try:
            signs.add(bytes([high, low]).decode("gb2312"))
        except UnicodeDecodeError:
            pass
for high in (0xA1,):
    for low in range(0xA1, 0xFF):
        try:
            signs.add(bytes([high, low]).decode("gb2312"))
        except UnicodeDecodeError:
            pass
signs |= set("，、。；：？！（）％＋－／～［］＝￥–—‘’“”…‰€①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ℃㎡µ≈≤≥±×÷→")
for folder, ending in (("locales", "*.ftl"), ("src/data", "*.csv"), ("tests/fixtures/tables", "*.csv")):
    for file in pathlib.Path(folder).rglob(ending):
        signs |= set(file.read_text(encoding="utf-8"))

options = subset.Options()
options.font_number = 2  # Simplified Chinese
options.layout_features = ["kern"]
options.drop_tables += ["vhea", "vmtx", "VORG", "GSUB", "BASE"]
options.hinting = False
options.desubroutinize = False
options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
options.notdef_outline = True
font = subset.load_font(SOURCE, options)
cutter = subset.Subsetter(options)
cutter.populate(text="".join(signs))
cutter.subset(font)
subset.save_font(font, TARGET, options)
print(len(signs), "signs asked for,", pathlib.Path(TARGET).stat().st_size, "bytes")
