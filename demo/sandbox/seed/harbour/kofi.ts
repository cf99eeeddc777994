export const kofi = `
= 3m quote=inspection qstate=pending likes=4
Mirela has been right about cats since at least 2019.

= 1.7h re=tomascomma id=commakofi likes=25
@tomas We do this with wool. You weave it too open, on purpose, and the washing closes it. Nobody draws the cloth, you draw what the water will do.

= 1.4h re=commakofi id=commakofitwo likes=14
@tomas Did your cutter know any weavers?

= 2d edited="Warp’s on. 1,152 ends of undyed linen, zero crossed. I counted twice." editedago=1.9d vis=unlisted likes=40
Warp’s on. 1,152 ends of undyed linen, zero crossed. I counted twice. I counted three times.

= 3d id=loomname poll="Ada|Loominous|Wefty McWeftface" ends=-2h votes=895,590,419 likes=133 boosts=20
Name for the new loom?

= 5d media=twill likes=61 boosts=11 alt="A square of twill in indigo, ochre and undyed linen, the diagonal running up to the right."
Two-two twill, straight off the loom, before it is washed and becomes itself.

= +2h re=ivypoll id=ivykofi
@ines Take out only what no longer holds anything.

= 7d likes=28
A blanket is a very slow letter.

= 9d id=kofidye media=swatches likes=44 boosts=7 alt="Nine swatches in three rows, from pale yellow to brown."
Onion skins, walnut, weld. The one at the bottom right is a mistake and everybody’s favourite.

= 12d likes=37 boosts=5
My nephew asked how long a thread is. I said from here to Thursday. He has decided to be a weaver.

= +2h re=rosaprint lang=en
@rosa The stripes in the fourth one are a herringbone, whether you meant it or not.

= 22d id=kofishuttle likes=31
You cannot hurry the shuttle. It is a boat.

= 28d cw="Family, a funeral, it was a good one" likes=89 boosts=6
We buried my great-aunt in the cloth she wove for it forty years ago, and had moved house with seven times. The pattern is called “the visitor does not stay”. Everyone sang.

= 39d likes=26 boosts=4
Sold the second-best piece, as usual. The best one goes to whoever does not ask the price.

= 54d re=mirelasquares
@mirela Sixty-four is a fine number: eight by eight, no cat.

= 77d pin likes=58 boosts=10
Weaver, by hand, at the speed of hands. Cloth, dye, dog walking past. #introduction #weaving
`;
