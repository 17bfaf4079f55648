# Facts and files

facts-summary = What is it about, in one line?
    .hint = For example: a shop sells cups that copy my design patent
    .label = In one line

facts-facts = What happened, and when?
    .hint = Use your own words, two or three sentences or more. Please leave out identity and bank card numbers.
    .label = What happened

facts-files = Do you have photos, screenshots or documents?
    .hint = You can send several. Pictures, documents and videos are all fine. If you have none, skip this.
    .label = Files
