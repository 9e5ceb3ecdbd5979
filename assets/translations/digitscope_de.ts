<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>digitscope</name>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Weights start as random numbers around 0, and 1,000 small steps of 100 images each improve them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>This is how a first tutorial does it: the cost falls all the way, and yet fewer than half of the digits are read right, because large random weights take far longer to unlearn than 1,000 small steps allow.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Weights start at 0 instead of at random numbers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>A single layer has nothing to gain from random weights, so nothing has to be unlearnt: the same 1,000 steps now read 87 % of the test images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Each step goes 50 times as far: the learning rate is 0.5 instead of 0.01.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>With 0.01 the weights have hardly begun to move when the run ends; larger steps get to 91 % in the same time, while far too large ones would jump past the goal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>20,000 steps instead of 1,000, images in a new random order each time round, and steps that shrink to nothing at the end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>More steps see every image dozens of times, and shrinking ones let the weights settle instead of jumping about: 92.6 %, about all that one layer can read from raw pixels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Every image, and whatever you draw, is first sheared until it stands upright.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>One layer has a single picture for each digit and cannot match it at every slant; with the slant gone, the same network reads 95.7 %.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Thousands of digits drawn with a pen on a tablet join the training images.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>What you draw with mouse or finger looks more like them than like scanned handwriting: drawings are read right 5 to 10 points more often, although the MNIST test itself gains nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Each digit is also stretched until its ink is spread evenly, pen digits join in six warped versions each, and so do the practice digits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Wide or narrow, slanted or bent, thin pen or thick: what hands differ in is either evened out before the network looks or shown to it in training, so drawings by people it has never met are read right 97 times in 100.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../gui/language_wiring.py" />
      <source>The language changes at the next start.</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
