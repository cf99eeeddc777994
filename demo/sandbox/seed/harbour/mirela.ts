export const mirela = `
= 8h id=inspection media=bread,cat,crumbs alt="A baked loaf with four cuts, a bottle of milk behind it.|A black cat on a windowsill, looking straight at whoever baked.|Crumbs on a blue cloth." likes=301 boosts=52 edited="The supervisor has inspected the bread." editedago=7h
The supervisor has inspected the bread. The supervisor has notes.

= 3h likes=77 boosts=4
Tea’s on :teapot: yarn’s sorted :yarn: the fern is thriving :fern: and the cat is asleep on the pattern :blobcat:

= 1d id=kerningmirela re=kerning likes=31
@tomas And what do you do when the cat sits exactly between two letters?

= 1.6d likes=95 boosts=18
Knitted all evening, measured it against my arm, and the sleeve fits the cat.

= +31m re=inspectionbruno likes=9
@bruno She accepts croissants in principle, in butter, and in private.

= 3d id=caturday media=cat likes=240 boosts=39
It is Saturday in the sense that matters. #caturday

= 4d cw="Cat at the vet, all is well" likes=58
Two stitches, one cone, and the dignity of a deposed queen. She has knocked over everything with the cone that she used to knock over with a paw.

= +3h re=caturdayrosa likes=5
@rosa Only from the left. She has people for that.

= 6d poll="The box|The laptop|The clean washing|The one wet spot in the garden" ends=-4d votes=201,188,260,77 likes=29
We bought a cat bed. The cat sleeps in

= 8d likes=41 boosts=6
Sourdough, day nine. It has doubled, it has opinions, it has been named Gheorghe after a teacher who also rose slowly.

= +6h re=wrenwake
@wren At four in the morning the cat reads me your posts.

= 12d likes=66 boosts=8 media=yarn alt="Balls of yarn in red, ochre and grey, too many for the bowl."
Sorted by colour, then by cat.

= 16d likes=23
I dropped one stitch in row 12 and found out in row 90. It was a good row, row 12. I remember it as careless and happy.

= +7h quote=archiveday likes=18
I am bringing biscuits and will keep them exactly as far away as told.

= 26d likes=37 boosts=5
The new neighbours have a dog. The supervisor has moved her office to the top of the bookcase, citing noise.

= +6h re=haruonsen
@haru In this house the hot water also belongs to whoever sits in it longest.

= 44d likes=48 boosts=7
Bread notes: more water. Life notes: same.

= 61d id=mirelasquares likes=31
Granny square count: 64. Grannies: 0. It is an inaccurate craft.

= 80d pin likes=112 boosts=17
Bread, yarn, one cat, in an order decided daily by the cat. #introduction #caturday #knitting
`;
